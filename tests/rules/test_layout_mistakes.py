"""Every real mistake in published desktop layouts is found in the version that has it, and gone where it was mended."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

CONFLICT = "layout/conflicting-scripts"
MIXED = "layout/mixed-versions"
TEST_HOST = "layout/non-production-host"
PLACEHOLDER = "layout/leftover-placeholder"
HEADER_ACTION = "layout/blank-header-action"
MISSING = "layout/widget-missing-from-role"
RETIRED = "layout/retired-host"
DASHED = "layout/dashed-property"
PIECE = "meta/syntax"
LOCALHOST = "layout/localhost-script"
TUNNEL = "layout/tunnel-host"
DEMO = "layout/demo-host"
RAW = "layout/raw-file-script"

Version = tuple[str, str]
"""The name of a file, and the commit that this version is from."""

OLD_CDN = "https://d390gzw4ok28px.cloudfront.net"
CDN = "https://cx-crmconnector.ciscoccservice.com"
JOURNEY = '"customer-journey-widget"'
SIDE_NAV, DEV, STAGING = "JDSDesktopLayout10_SideNav", "JDS_DesktopLayout_DEV_BOTH", "JDS_DesktopLayout_STAGING_BOTH"
FRESHDESK_V2, FRESHDESK_V4 = "Freshdesk_Desktop_0.0.6_v2", "Freshdesk_Desktop_0.0.6_v4_20220616"


def salesforce(version: str, commit: str) -> Version:
    return f"salesforce_desktop_0.0.6_v{version}", commit


@dataclass(frozen=True)
class Mistake:
    """A mistake: the rule that tells it, the version that has it, the marked texts, and a version without it."""

    rule: str
    version: Version
    marked: tuple[str, ...]
    mended: Version | None = None


MISTAKES = [
    # 1. Versions of a connector mixed in one file
    Mistake(CONFLICT, salesforce("1.1.4", "9c797e8"), (f'"{OLD_CDN}/salesforce/v1.1.2/dist/index.js"',), salesforce("1.1.6", "78e59d2")),
    Mistake(CONFLICT, salesforce("1.1.5", "bf0aa65"), (f'"{OLD_CDN}/salesforce/v1.1.2/dist/index.js"',), salesforce("1.1.6", "78e59d2")),
    Mistake(CONFLICT, salesforce("1.1.5", "d70fa13"), (f'"{CDN}/salesforce/v1.1.2/dist/index.js"',), salesforce("1.1.6", "78e59d2")),
    Mistake(MIXED, salesforce("1.1.6", "78e59d2"), ("v1.1.5",), salesforce("1.1.7", "7cd983e")),
    Mistake(CONFLICT, salesforce("1.1.7", "d84738e"), (f'"{CDN}/salesforce/v1.1.6/dist/index.js"',), salesforce("1.1.7", "7cd983e")),
    Mistake(MIXED, salesforce("1.1.9", "43f94d5"), ("v1.1.7",), salesforce("1.1.9", "2bc8dbe")),
    Mistake(MIXED, ("Zendesk_Desktop_0.1.0_v1.2.2", "88f85d8"), ("v1.2.0",)),
    Mistake(MIXED, (FRESHDESK_V4, "6b73434"), ("v3",), (FRESHDESK_V4, "49dd1a0")),
    # 2. A host that is not for production
    Mistake(TEST_HOST, ("salesforce_desktop_0.1.0_v1.1.9", "b15e1e7"), ("nonprod",), ("salesforce_desktop_0.1.0_v1.1.9", "b66b153")),
    Mistake(TEST_HOST, (DEV, "b0745c7"), ("dev",)),
    Mistake(TEST_HOST, (DEV, "5f49ce5"), ("dev",)),
    Mistake(TEST_HOST, ("JDS_DesktopLayout_DEV", "fb52485"), ("dev",)),
    Mistake(TEST_HOST, (STAGING, "7555107"), ("stg",)),
    Mistake(TEST_HOST, (STAGING, "69cbcd2"), ("stg",)),
    Mistake(TEST_HOST, ("JDS_DesktopLayout_STAGING", "b8236d0"), ("stg",)),
    # 3. Placeholders left in
    Mistake(PLACEHOLDER, ("Freshdesk_Desktop_0.0.6_v1", "c6f6b71"), ("<OutDialAniValue>",)),
    Mistake(PLACEHOLDER, ("Salesforce_Desktop", "ac939fb"), ("<OutDialANIValue >",)),
    Mistake(PLACEHOLDER, ("Zendesk_Desktop_0.0.6_v1.1.2", "7e6cbcb"), ("<OutDialAniValue>", "<cad_variable>", "<crm_object>")),
    Mistake(PLACEHOLDER, ("agent-outdial-layout", "8e9c391"), ("<host.domain>", "<host.domain>")),
    Mistake(PLACEHOLDER, ("cherryPickerWidget", "e8a08b4"), ("<YOUR_HOST_URI>",), ("cherryPickerWidget", "b6d6418")),
    # 4. A header action that is no word: mended once, then back in the next version
    Mistake(HEADER_ACTION, (FRESHDESK_V2, "746f304"), ('""',), (FRESHDESK_V2, "5df42f2")),
    Mistake(HEADER_ACTION, (FRESHDESK_V4, "6b73434"), ('""',)),
    Mistake(HEADER_ACTION, (FRESHDESK_V4, "49dd1a0"), ('""',)),
    Mistake(HEADER_ACTION, ("Freshdesk_Desktop_0.0.6_2.1.4", "e906f94"), ('""',), ("Freshdesk_Desktop_0.1.0_2.1.4", "e9d543e")),
    # 5. A widget in one role only
    Mistake(MISSING, (SIDE_NAV, "113c2ca"), (JOURNEY,), (SIDE_NAV, "eb1730f")),
    Mistake(MISSING, (SIDE_NAV, "b3d7c61"), (JOURNEY,), (SIDE_NAV, "eb1730f")),
    Mistake(MISSING, (DEV, "7096867"), (JOURNEY,), (DEV, "5f49ce5")),
    Mistake(MISSING, (STAGING, "8e3794b"), (JOURNEY,), (STAGING, "69cbcd2")),
    Mistake(MISSING, ("JDS_DesktopLayout_DEV", "fb52485"), (JOURNEY,)),
    Mistake(MISSING, ("JDS_DesktopLayout_STAGING", "b8236d0"), (JOURNEY,)),
    # 6. Hosts that connectors were moved away from
    Mistake(RETIRED, ("Freshdesk_Desktop_0.0.6_2.1.4", "1ef629b"), ("d3s2tlfde7b0jo.cloudfront.net",), ("Freshdesk_Desktop_0.0.6_2.1.4", "e906f94")),
    Mistake(RETIRED, ("Zendesk_Desktop_0.0.6_v1.2.0", "4e9acb8"), ("d390gzw4ok28px.cloudfront.net",), ("Zendesk_Desktop_0.0.6_v1.2.0", "02f6804")),
    Mistake(RETIRED, salesforce("1.1.5", "bf0aa65"), ("d390gzw4ok28px.cloudfront.net",), salesforce("1.1.5", "d70fa13")),
    Mistake(RETIRED, ("Zendesk_Desktop_0.0.6_v3", "bff26ca"), ("dw4r593nghmue.cloudfront.net",)),
    Mistake(RETIRED, ("Freshdesk_Desktop_0.0.6_v1", "c6f6b71"), ("d1kecw3ui932.cloudfront.net",)),
    Mistake(RETIRED, ("Zendesk_Desktop_0.0.6_v1", "c6f6b71"), ("s3.us-east-2.amazonaws.com",)),
    # 9. What developers left behind
    Mistake(LOCALHOST, ("skillsWidget", "2e3625d"), ("localhost",)),
    Mistake(TUNNEL, ("cherryPickerWidget", "b72e666"), ("tahanson.eu.ngrok.io",), ("cherryPickerWidget", "b6d6418")),
    Mistake(DEMO, ("desktopLayout", "fed01d2"), ("half-gravel-hen.glitch.me",)),
]  # fmt: skip

# 8. A bare `"headless": {…}` or `"header": {…}` to be pasted into a layout
PIECES = [
    ("Freshdesk_Desktop_v1.1", "496b1e4"),
    ("Freshdesk_Desktop_v1", "556195d"),
    ("Salesforce_Desktop_v1.1", "e06a4b5"),
    ("Zendesk_Desktop_v1.1", "e06a4b5"),
]

# Mistakes of layouts that are not among the files: members of a component, and what is marked
UNPUBLISHED = [
    (DASHED, {"properties": {"phone-number": "1"}}, '"phone-number"'),
    (PLACEHOLDER, {"properties": {"hostName": "<hostname>"}}, "<hostname>"),
    (PLACEHOLDER, {"properties": {"projectId": "ENTER_YOUR_PROJECT_ID_HERE"}}, "ENTER_YOUR_PROJECT_ID_HERE"),
    (RAW, {"script": "https://raw.githubusercontent.com/acme/orders/main/orders.js"}, "raw.githubusercontent.com"),
]


@pytest.fixture
def told(findings, corpus: Path):
    """Return a function that returns the marked texts of one rule in a published file."""

    def marked(version: Version, rule: str) -> tuple[str, ...]:
        name, commit = version
        (path,) = corpus.glob(f"layouts/*__{name}__*_{commit}*")
        found = findings(path.read_text("utf-8"), name=path.name, profile="pedantic")
        return tuple(one.under for one in found if one.finding.rule == rule)

    return marked


@pytest.mark.parametrize("mistake", MISTAKES, ids=lambda it: f"{it.rule}-{it.version[0]}@{it.version[1]}")
def test_a_published_mistake_is_found_and_gone_once_it_was_mended(told, mistake: Mistake) -> None:
    assert told(mistake.version, mistake.rule) == mistake.marked
    if mistake.mended:
        assert told(mistake.mended, mistake.rule) == ()


@pytest.mark.parametrize("version", PIECES, ids=lambda it: f"{it[0]}@{it[1]}")
def test_a_piece_is_told_as_no_document(told, version: Version) -> None:
    assert len(told(version, PIECE)) == 1


@pytest.mark.parametrize(("rule", "members", "marked"), UNPUBLISHED)
def test_a_mistake_of_other_layouts_is_found(findings, rule: str, members: dict[str, Any], marked: str) -> None:
    component = {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", **members}
    headless = {
        "id": "headless",
        "widgets": {"orders": component},
        "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}},
    }
    found = findings(json.dumps({"area": {"headless": headless}}), name="l.json", profile="pedantic")
    assert [one.under for one in found if one.finding.rule == rule] == [marked]
