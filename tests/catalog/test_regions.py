from __future__ import annotations

import re

import pytest

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.regions import api_code, desktop_code, host_of, region_of, regions


def test_all_seven_regions_are_known_in_order() -> None:
    assert list(regions()) == ["us1", "eu1", "eu2", "anz1", "ca1", "jp1", "sg1"]


@pytest.mark.parametrize("code", ["us1", "eu1", "eu2", "anz1", "ca1", "jp1", "sg1"])
def test_a_region_is_complete(code: str) -> None:
    region = regions()[code]
    assert region.code == code
    assert region.host == f"desktop.wxcc-{code}.cisco.com"
    assert region.api_url == f"https://api.wxcc-{code}.cisco.com"
    assert region.adapter_url == f"https://desktop.wxcc-{code}.cisco.com/"
    assert region.label
    assert region.evidence in {"verified", "inferred", "unverified"}
    assert set(region.sources) <= read_facts("regions.yaml")["sources"].keys()
    assert region.sources


def test_calling_codes() -> None:
    assert {code: region.calling_codes for code, region in regions().items()} == {
        "us1": ("+1",),
        "eu1": ("+44",),
        "eu2": (),
        "anz1": ("+61", "+64"),
        "ca1": ("+1",),
        "jp1": ("+81",),
        "sg1": ("+65",),
    }


def test_only_the_region_no_document_prints_is_inferred() -> None:
    assert [code for code, region in regions().items() if region.evidence != "verified"] == ["ca1"]


def test_the_list_says_when_it_was_true() -> None:
    assert re.fullmatch(r"\d{4}-\d{2}", read_facts("regions.yaml")["as-of"])


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://desktop.wxcc-eu1.cisco.com/", "eu1"),
        ("https://desktop.wxcc-eu1.cisco.com", "eu1"),
        (" https://DESKTOP.wxcc-EU1.cisco.com:443/path?x=1 ", "eu1"),
        ("http://desktop.wxcc-us1.cisco.com", "us1"),
        ("https://desktop.wxcc-xx9.cisco.com/", "xx9"),
        ("https://desktopXwxcc-us1.cisco.com/", None),
        ("https://desktop.wxcc-us1.cisco.com.example.org/", None),
        ("https://a.desktop.wxcc-us1.cisco.com/", None),
        ("https://desktop.wxcc-.cisco.com/", None),
        ("https://example.org/desktop.wxcc-us1.cisco.com", None),
        ("desktop.wxcc-us1.cisco.com", None),
        ("https://[", None),
        ("", None),
    ],
)
def test_the_code_in_a_desktop_url(url: str, code: str | None) -> None:
    assert desktop_code(url) == code
    assert region_of(url) is regions().get(code or "")


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://Example.org:8443/x", "example.org"),
        ("https://user@example.org", "example.org"),
        ("/apex/Softphone", None),
        ("https://[", None),
        ("", None),
    ],
)
def test_host_of(url: str, host: str | None) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("url", "code"),
    [
        ("https://api.wxcc-eu1.cisco.com", "eu1"),
        ("https://API.wxcc-in1.cisco.com/path", "in1"),
        ("https://desktop.wxcc-eu1.cisco.com", None),
        ("http://127.0.0.1:8000", None),
    ],
)
def test_the_region_of_an_address_of_the_api(url: str, code: str | None) -> None:
    assert api_code(url) == code
