"""What was left in a layout: placeholders, secrets, and regions."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from tests.rules.conftest import seen_in_layout as seen
from wxcc_lint.config import Environment
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.spans import Text

OURS = {"leftover-placeholder", "hardcoded-secret", "likely-secret", "hardcoded-region"}
GRID = {"areas": [["w"]], "size": {"rows": [1], "cols": [1]}}
PLACE = Place(Document("config", "config", Text("")), ())
TOKEN = "9f86d081884c7d659a2feaa0c55ad015"
Check = Callable[..., list[Any]]


@pytest.fixture
def ours(findings: Check) -> Check:
    """Check a layout, and return what the rules of this family find."""

    def check(layout: Any, profile: str = "strict", region: str | None = None) -> list[Any]:
        text = layout if isinstance(layout, str) else json.dumps(layout)
        environments = [Environment("prod", PLACE, region=region)] if region else []
        found = findings(text, name="l.json", profile=profile, environments=environments)
        assert [one for one in found if one.finding.rule == "meta/internal-error"] == []
        return [one for one in found if one.finding.rule.removeprefix("layout/") in OURS]

    return check


def headless(**members: Any) -> dict[str, Any]:
    widget = {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", **members}
    return {"area": {"headless": {"id": "h", "widgets": {"w": widget}, "layout": GRID}}}


def roles(*layouts: dict[str, Any]) -> dict[str, Any]:
    return dict(zip(("agent", "supervisor", "supervisorAgent"), layouts, strict=False))


# Placeholders


@pytest.mark.parametrize(
    ("members", "under"),
    [
        ({"attributes": {"outDialAni": "<OutDialAniValue>"}}, "<OutDialAniValue>"),
        ({"properties": {"agentDN": "<OutDialANIValue >"}}, "<OutDialANIValue >"),
        ({"properties": {"list": [{"id": ["ENTER_YOUR_PROJECT_ID_HERE"]}]}}, "ENTER_YOUR_PROJECT_ID_HERE"),
        ({"script": "https://<YOUR_HOST_URI>/build/bundle.js"}, "<YOUR_HOST_URI>"),
        ({"script": "https://my-cdn.com/a/1.0/a.js"}, "my-cdn.com"),
        ({"properties": {"orgId": "{{orgId}}"}}, "{{orgId}}"),
        ({"textContent": "YOUR_TITLE"}, "YOUR_TITLE"),
    ],
)
def test_placeholders(ours: Check, members: dict[str, Any], under: str) -> None:
    (found,) = ours(headless(**members), "default")
    assert found.seen == ("layout/leftover-placeholder", under)
    assert found.finding.severity == "warning"


@pytest.mark.parametrize(
    "members",
    [
        {"properties": {"host": "${YOUR_HOST}"}},
        {"textContent": "Press <Enter>"},
        {"attributes": {"message": "Press <Enter>"}},
        {"properties": {"template": "<acme-line></acme-line>"}},
        {"properties": {"subject": "Call {activityDateTime} of {{customer}}"}},
        {"properties": {"n": 5, "list": [None, True, {}]}},
    ],
)
def test_what_is_no_placeholder(ours: Check, members: dict[str, Any]) -> None:
    assert ours(headless(**members)) == []


def test_a_name_in_brackets_where_an_element_belongs_is_told_by_another_rule(ours: Check) -> None:
    assert ours(headless(comp="<acme-orders>")) == []


def test_a_placeholder_is_told_once_with_all_its_places(ours: Check) -> None:
    once = headless(properties={"crm": "<crm_object> <crm_field> :", "other": "<crm_object>"})
    found = ours(roles(once, once))
    assert [(one.under, one.finding.message, len(one.finding.related)) for one in found] == [
        ("<crm_object>", "'crm' still holds the placeholder '<crm_object>'", 3),
        ("<crm_object>", "'other' still holds the placeholder '<crm_object>'", 1),
    ]


def test_settings_and_navigation_are_looked_through(ours: Check) -> None:
    layout = headless()
    layout["logo"] = "https://abc.com/logo.png"
    layout["area"]["navigation"] = [{"nav": {"label": "<Your page>"}}]
    assert seen(ours(layout)) == [("leftover-placeholder", "<Your page>"), ("leftover-placeholder", "abc.com")]


def test_the_text_inside_the_object_of_the_api(ours: Check) -> None:
    inner = json.dumps(headless(properties={"outDialAni": "<OutDialAniValue>"}))
    text = json.dumps({"name": "<b>", "jsonFileContent": inner})
    assert seen(ours(text)) == [("leftover-placeholder", "<OutDialAniValue>")]


# Secrets


def test_a_bearer_token(ours: Check) -> None:
    layout = headless(properties={"header": f"Bearer {TOKEN}"})
    (found,) = ours(roles(layout, layout), "default")
    assert found.seen == ("layout/hardcoded-secret", TOKEN)
    assert (found.finding.severity, len(found.finding.related)) == ("error", 1)
    assert found.finding.message == "'header' holds a bearer token"


def test_a_password_in_an_address(ours: Check) -> None:
    found = ours(headless(properties={"url": "https://wxcc:s3cret@crm.acme.com/api"}), "default")
    assert seen(found) == [("hardcoded-secret", "s3cret")]


@pytest.mark.parametrize(
    ("members", "under", "what"),
    [
        ({"attributes": {"api-key": TOKEN}}, f'"{TOKEN}"', "'api-key' looks like a key in plain text"),
        (
            {"properties": {"clientSecret": "q8~Acme"}},
            '"q8~Acme"',
            "'clientSecret' looks like a password in plain text",
        ),
        (
            {"properties": {"url": f"https://orders.acme.com/?api_key={TOKEN}&x=1"}},
            TOKEN,
            "'url' looks like a key in plain text",
        ),
    ],
)
def test_likely_secrets(ours: Check, members: dict[str, Any], under: str, what: str) -> None:
    (found,) = ours(headless(**members), "default")
    assert found.seen == ("layout/likely-secret", under)
    assert (found.finding.message, found.finding.severity) == (what, "warning")


@pytest.mark.parametrize(
    "members",
    [
        {"properties": {"orgId": TOKEN, "widget-id": "a4e99697-06d8-4575-b25d-82ef348e2410"}},
        {"properties": {"accessToken": "$STORE.auth.accessToken", "apiKey": "${ACME_API_KEY_0123456789}"}},
        {"properties": {"apiKey": "a4e99697-06d8-4575-b25d-82ef348e2410", "password": "hidden"}},
        {"properties": {"token": 12345678901234567890, "secret": None, "apiKey": ["x"]}},
    ],
)
def test_what_is_no_secret(ours: Check, members: dict[str, Any]) -> None:
    assert ours(headless(**members)) == []


def test_a_placeholder_for_a_key_is_a_placeholder_alone(ours: Check) -> None:
    found = ours(headless(properties={"read-token": "<your-read-token-0123456789>"}))
    assert seen(found) == [("leftover-placeholder", "<your-read-token-0123456789>")]


# Regions


def test_the_name_of_an_environment(ours: Check) -> None:
    layout = headless(properties={"dataCenter": "produs1"})
    (found,) = ours(roles(layout, layout))
    assert found.seen == ("layout/hardcoded-region", "us1")
    assert (found.finding.severity, found.finding.fix.safe) == ("info", False)
    assert found.mended.count('"$STORE.app.datacenter"') == 2
    assert ours(found.mended) == []
    assert ours(layout, "default") == []


@pytest.mark.parametrize(("name", "value"), [("region", "eu1"), ("serviceUrl", "https://api.wxcc-eu1.cisco.com/v1")])
def test_other_ways_to_name_a_region_have_no_fix(ours: Check, name: str, value: str) -> None:
    (found,) = ours(headless(properties={name: value}))
    assert found.under in {"eu1", '"eu1"'}
    assert found.finding.fix is None


def test_the_region_of_the_environment_is_fine_in_the_default_profile(ours: Check) -> None:
    layout = headless(properties={"url": "https://api.wxcc-eu1.cisco.com/v1", "dataCenter": "prodeu1"})
    assert ours(layout, "default", region="eu1") == []
    assert [one.finding.rule for one in ours(layout, region="eu1")] == ["layout/hardcoded-region"] * 2


def test_a_region_nobody_knows_is_not_judged(ours: Check) -> None:
    assert ours(headless(properties={"dataCenter": "prodxx9"}), region="eu1") == []
