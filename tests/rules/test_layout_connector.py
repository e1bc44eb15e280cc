"""The settings of the Salesforce connector: what the examples of these rules do not show."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from wxcc_lint.example_layout import complete_layout

Seen = Callable[..., list[tuple[str, str]]]
HERE = "https://widgets.acme.com/salesforce/v1.1.9"
LIBRARIES = {
    "crmLibPath": f"{HERE}/desktop.js",
    "openctiLibPath": f"{HERE}/opencti_v48.js,{HERE}/integration.js",
    "nameOfOpenCtiFileName": "opencti_v48.js",
}


def connector(group: str = "attributes", **settings: Any) -> str:
    component = {"comp": "agentx-custom-desktop", "script": f"{HERE}/index.js", group: settings}
    return complete_layout(json.dumps(component))


def without(*names: str, **others: Any) -> dict[str, Any]:
    return {name: value for name, value in {**LIBRARIES, **others}.items() if name not in names}


@pytest.fixture
def told(findings):
    """Return a function that checks a layout and returns what the rules on the connector find."""

    def check(text: str) -> list[Any]:
        found = findings(text, name="l.json")
        return [one for one in found if "connector" in one.finding.rule]

    return check


@pytest.fixture
def seen(told) -> Seen:
    """Return a function that returns name of the rule and marked text of each finding."""

    def check(text: str) -> list[tuple[str, str]]:
        return [(one.finding.rule.removeprefix("layout/"), one.under) for one in told(text)]

    return check


@pytest.mark.parametrize("group", ["attributes", "properties"])
@pytest.mark.parametrize(
    "settings",
    [
        LIBRARIES,
        {**LIBRARIES, "openctiLibPath": f"{HERE}/integration.js , {HERE}/opencti_v48.js?x=/y"},
        {**LIBRARIES, "nameOfOpenCtiFileName": "<FILE>"},
        {**LIBRARIES, "nameOfOpenCtiFileName": 7},
        {**LIBRARIES, "class": "wide", "id": "crm"},
        {"isSFDCWidgetEnabled": "false", "agentTeamName": "$STORE.agent.teamName"},
        {"isSFDCWidgetEnabled": True, "customSubjectEnabledForCallNotes": False},
        {"isSFDCWidgetEnabled": "$STORE.app.isOn"},
        {"isSFDCWidgetEnabled": "<true or false>"},
    ],
)
def test_settings_as_they_are_published(seen: Seen, group: str, settings: dict[str, Any]) -> None:
    assert seen(connector(group, **settings)) == []


@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        (without("crmLibPath"), "'openctiLibPath', and no 'crmLibPath'"),
        (without("openctiLibPath"), "'crmLibPath', and no 'openctiLibPath'"),
        (without("crmLibPath", "nameOfOpenCtiFileName"), "'openctiLibPath', and no 'crmLibPath' and 'nameOfOpenCtiFileName'"),
    ],
)  # fmt: skip
def test_of_three_settings_none_can_be_missing(told, settings: dict[str, Any], missing: str) -> None:
    for group in ("attributes", "properties"):
        (found,) = told(connector(group, **settings))
        assert (found.seen, found.finding.message) == (
            ("layout/incomplete-connector", f'"{group}"'),
            f"the Salesforce connector has {missing}",
        )


def test_a_misspelt_setting_is_not_missing_too(told, seen: Seen) -> None:
    (found,) = told(connector(**without("crmLibPath", crmLibPth="x")))
    assert found.seen == ("layout/misspelt-connector-setting", '"crmLibPth"')
    assert seen(found.mended) == []


def test_attributes_are_the_same_in_any_case(seen: Seen) -> None:
    assert seen(connector(**{name.upper(): value for name, value in LIBRARIES.items()})) == []


def test_a_setting_that_is_there_is_nobody_elses_name(seen: Seen) -> None:
    assert seen(connector(**LIBRARIES, crmLibPath2="x")) == []


def test_the_file_of_salesforce_is_one_of_those_loaded(told) -> None:
    (found,) = told(connector(**{**LIBRARIES, "nameOfOpenCtiFileName": "opencti.js"}))
    assert found.finding.message == "'opencti.js' is none of the files that 'openctiLibPath' loads"
    assert found.finding.help == "write opencti_v48.js or integration.js"
    (found,) = told(connector(**{**LIBRARIES, "openctiLibPath": ""}))
    assert found.finding.help == "write its address into 'openctiLibPath'"


def test_addresses_stand_with_commas_between_them(told, seen: Seen) -> None:
    (found,) = told(connector(**{**LIBRARIES, "openctiLibPath": f"{HERE}/opencti_v48.js;{HERE}/integration.js"}))
    assert found.seen == ("layout/incomplete-connector", ";")
    assert seen(found.mended) == []


def test_other_connectors_have_settings_of_their_own(findings) -> None:
    other = {"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/zendesk/index.js"}
    text = complete_layout(
        json.dumps({**other, "attributes": {"crmLibPath": f"{HERE.replace('salesforce', 'zendesk')}/desktop.js"}})
    )
    assert findings(text, name="l.json") == []
