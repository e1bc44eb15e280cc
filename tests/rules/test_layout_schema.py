"""What the schema of desktop layouts says, where, and in which words; the examples of the rules show the rest."""

from __future__ import annotations

import json
import sys
from typing import Any

import pytest

from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.conformance import schema_problems
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.schema import load_schema

GRID = {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
DIV = {"comp": "div"}


def told(data: Any) -> list[tuple[str, str]]:
    """Return rule and message of all that the schema has against a layout."""
    document = parse_layout("l.json", json.dumps(data))
    return [(one.rule.removeprefix("layout/"), one.message) for one in schema_problems(Layout(document))]


def in_area(**areas: Any) -> list[tuple[str, str]]:
    return told({"agent": {"area": areas}})


def on_a_page(**members: Any) -> list[tuple[str, str]]:
    return in_area(headless={"id": "h", "widgets": {"main": DIV}, "layout": GRID} | members)


def component(**members: Any) -> list[tuple[str, str]]:
    return in_area(advancedHeader=[DIV | members])


def test_the_default_layout_is_in_order() -> None:
    assert told(default_layout()) == []


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({}, ("unclear-form", "there is no 'agent', 'supervisor' or 'supervisorAgent' here, and no 'area'")),
        ([], ("unclear-form", "the document must be an object with keys, not a list")),
        ({"agent": {"area": {}}, "area": {}}, ("unclear-form", "'area' stands beside the roles, so there are two layouts in one")),
        ({"agent": {}}, ("missing-area", "the key 'area' is missing in 'agent'")),
        ({"agent": []}, ("wrong-type", "'agent' must be an object with keys, not a list")),
        ({"area": []}, ("wrong-area-shape", "'area' must be an object with keys, not a list")),
        ({"area": {}, "wxmConfigured": "false"}, ("wrong-type", "'wxmConfigured' must be true or false, not 'false'")),
        ({"area": {}, "notificationTimer": "8"}, ("wrong-type", "'notificationTimer' must be a number, not '8'")),
        ({"area": {}, "notificationTimer": 0}, ("notification-out-of-range", "'notificationTimer' must be at least 1, not 0")),
        (
            {"area": {}, "maximumNotificationCount": 11},
            ("notification-out-of-range", "'maximumNotificationCount' must be at most 10, not 11"),
        ),
        (
            {"area": {}, "headerActions": ["Webex"]},
            ("unknown-header-action", "'Webex' is not allowed for entry 1 of 'headerActions'; did you mean 'webex'?"),
        ),
    ],
)  # fmt: skip
def test_form_and_settings(data: Any, expected: tuple[str, str]) -> None:
    assert told(data) == [expected]


@pytest.mark.parametrize(
    ("areas", "rules"),
    [
        ({"advancedHeader": []}, []),
        ({"advancedHeader": {}}, ["wrong-area-shape"]),
        ({"navigation": {}}, ["wrong-area-shape"]),
        ({"navigation": ["orders"]}, ["wrong-area-shape"]),
        ({"persistent": {}}, ["wrong-area-shape"]),
        ({"homepage": []}, ["wrong-area-shape"]),
        ({"homepage": {}}, ["incomplete-page-entry", "incomplete-page-entry"]),
        ({"panel": []}, ["wrong-area-shape"]),
        ({"panel": {}}, []),
        ({"panel": {"attributes": {}}}, ["missing-component-name"]),
        ({"panel": DIV}, ["panel-without-tabs"]),
        ({"panel": {"comp": "md-tab", "attributes": {"class": "widget-tabs"}}}, ["panel-without-tabs"]),
        (
            {"panel": {"comp": "md-tab-panel", "children": [{"comp": "md-tab"}]}},
            ["panel-without-tabs", "tab-without-slot"],
        ),
        ({"persistent": [DIV]}, ["foreign-persistent-entry"]),
        (
            {"advancedHeader": [], "header": {"id": "h", "widgets": {"w": DIV}, "layout": GRID}},
            ["header-beside-advanced-header"],
        ),
        ({"homePage": 1}, []),  # unknown keys are for other rules
    ],
)
def test_areas(areas: dict[str, Any], rules: list[str]) -> None:
    assert [rule for rule, _ in in_area(**areas)] == rules


@pytest.mark.parametrize(
    ("members", "rules"),
    [
        ({"id": ""}, []),
        ({"widgets": {}}, ["page-without-widgets"]),
        ({"widgets": []}, ["page-without-widgets"]),
        ({"layout": {}}, ["nested-grid-without-root"]),
        ({"layout": {"ROOT": GRID, "left": GRID}}, []),
        ({"layout": {"ROOT": GRID, "left": {}}}, ["incomplete-grid", "incomplete-grid"]),
        ({"layout": {"size": {"rows": [1], "cols": [1]}}}, ["incomplete-grid"]),
        ({"layout": {"areas": [["main"]], "size": {"rows": [0], "cols": [-1]}}}, ["invalid-grid-size"] * 2),
        ({"layout": GRID | {"areas": [["."]]}}, []),
        ({"layout": GRID | {"areas": [["..."]]}}, []),
        ({"layout": GRID | {"areas": [["größe_1"]]}}, []),
        ({"layout": GRID | {"areas": [["1main"]]}}, ["invalid-grid-name"]),
        ({"layout": GRID | {"areas": [[""]]}}, ["invalid-grid-name"]),
        ({"layout": GRID | {"areas": ["main"]}}, ["incomplete-grid"]),
        ({"useFlexLayout": True}, ["flex-widget-without-size"] * 2),
        ({"useFlexLayout": True, "widgets": {"main": DIV | {"width": 1, "height": 30}}, "layout": 7}, []),
        (
            {"useFlexLayout": True, "widgets": {"main": DIV | {"width": 13, "height": 0}}},
            ["flex-size-out-of-range"] * 2,
        ),
        ({"useFlexLayout": True, "widgets": {"main": DIV | {"width": "6", "height": 1}}}, ["flex-size-out-of-range"]),
        ({"useFlexLayout": "true"}, ["wrong-type"]),
        ({"pageHeader": {}}, ["missing-component-name"]),
    ],
)
def test_pages(members: dict[str, Any], rules: list[str]) -> None:
    assert [rule for rule, _ in on_a_page(**members)] == rules


def test_a_component_in_the_place_of_a_page_is_one_mistake() -> None:
    entry = {
        "nav": {"label": "a", "icon": "a", "iconType": "other", "navigateTo": "a"},
        "page": {"comp": "x-y", "script": "https://a.example/x.js"},
    }
    assert in_area(navigation=[entry]) == [("page-without-widgets", "a component stands where a page belongs")]


@pytest.mark.parametrize(
    ("members", "rules"),
    [
        ({"comp": 7}, ["missing-component-name"]),
        ({"comp": ""}, ["missing-component-name"]),
        ({"comp": "#SCREEN_POP"}, []),
        ({"attributes": {"a": 1, "b": True, "c": None}}, []),
        ({"attributes": {"a": [], "b": {}}}, ["structured-attribute"] * 2),
        ({"attributes": "a"}, ["wrong-type"]),
        ({"script": 1}, ["wrong-type"]),
        ({"style": "height:1px"}, []),
        ({"wrapper": {"title": "t"}}, []),
        ({"wrapper": {"maximizeAreaName": ""}}, ["wrong-maximize-area"]),
        ({"children": [{"comp": "div", "children": {}}]}, ["children-not-list"]),
        ({"comp": "agentx-wc-iframe"}, ["iframe-without-src"]),
        ({"comp": "agentx-wc-iframe", "attributes": {"src": ""}}, ["iframe-without-src"]),
        ({"comp": "agentx-wc-iframe", "attributes": {"src": "$STORE.session.screenpop"}}, []),
        ({"comp": "md-tab", "attributes": {"slot": "panel"}}, ["tab-without-slot"]),
        ({"comp": "md-tabs", "attributes": {"persist-selection": "false"}}, []),
        ({"comp": "md-tabs", "attributes": {"persist-selection": False}}, []),
        ({"comp": "dynamic-area", "properties": {"area": {"id": "a", "layout": GRID}}}, ["page-without-widgets"]),
        ({"comp": "x-y", "properties": {"area": {"id": "a"}}}, []),
        ({"comp": "agentx-more-actions-wrapper", "properties": {"actionList": [{}]}}, ["missing-component-name"]),
    ],
)
def test_components(members: dict[str, Any], rules: list[str]) -> None:
    assert [rule for rule, _ in component(**members)] == rules


def test_a_finding_without_a_name_to_stand_at_marks_the_opening_bracket(findings) -> None:
    text = '{"area": {"persistent": [ {"script": ""}]}}'
    for held in (text, json.dumps({"jsonFileContent": text})):
        (found,) = (one for one in findings(held, name="l.json") if one.under == "{")
        assert found.finding.rule == "layout/missing-component-name"
        assert found.finding.location.column == held.index("[ {") + 3


def test_the_address_of_a_finding_goes_on_inside_the_api_object(findings) -> None:
    text = json.dumps({"jsonFileContent": json.dumps({"area": {"advancedHeader": [DIV | {"children": {}}]}})})
    (found,) = (one for one in findings(text, name="l.json") if one.finding.rule == "layout/children-not-list")
    assert found.finding.at == "/jsonFileContent/area/advancedHeader[comp=div]/children"


@pytest.mark.parametrize(
    ("wrap", "levels"),
    [
        pytest.param(lambda inner: DIV | {"children": [inner]}, 2, id="children"),
        pytest.param(
            lambda inner: {
                "comp": "dynamic-area",
                "properties": {"area": {"id": "a", "widgets": {"main": inner}, "layout": GRID}},
            },
            4,
            id="dynamic areas",
        ),
    ],
)
def test_layouts_of_any_allowed_depth_can_be_judged(wrap: Any, levels: int) -> None:
    nested: dict[str, Any] = {}
    for _ in range((MAX_DEPTH - 5) // levels):
        nested = wrap(nested)
    limit = sys.getrecursionlimit()
    assert [rule for rule, _ in in_area(advancedHeader=[nested])] == ["missing-component-name"]
    assert sys.getrecursionlimit() == limit


def silent(schema: Any) -> list[tuple[str, str]]:
    """Return the properties that an editor lacks something to show for, with what that is."""
    below = schema.values() if isinstance(schema, dict) else schema if isinstance(schema, list) else ()
    mine = schema.get("properties", {}) if isinstance(schema, dict) and "title" in schema else {}
    lacking = [(name, word) for name, it in mine.items() for word in lacks(it)]
    return lacking + [pair for part in below for pair in silent(part)]


def lacks(it: Any) -> list[str]:
    if "$ref" in it:
        return []  # what it leads to is looked at for itself
    can_show = {"examples", "enum", "const", "default", "properties", "items"} & it.keys() or it.get(
        "type"
    ) == "boolean"
    return [word for word in ("title", "description") if word not in it] + ([] if can_show else ["examples"])


def test_an_editor_has_title_description_and_examples_for_every_property() -> None:
    found = {(name, word) for name, word in silent(load_schema("desktop-layout"))}
    # These two are described where a component is.
    assert {pair for pair in found if pair[0] not in {"properties", "attributes"}} == set()


@pytest.mark.parametrize(
    ("settings", "help_"),
    [
        ({"wxmConfigured": "false"}, "write false without quotes"),
        ({"notificationTimer": "8"}, "write 8 without quotes"),
        ({"notificationTimer": "8.5"}, "write 8.5 without quotes"),
        ({"notificationTimer": "08"}, ""),
        ({"notificationTimer": "true"}, ""),
        ({"wxmConfigured": "False"}, ""),
        ({"wxmConfigured": 1}, ""),
    ],
)
def test_a_value_in_quotes_that_should_have_none(findings, settings: dict[str, Any], help_: str) -> None:
    (found,) = findings(json.dumps({"area": {"panel": {}}, **settings}), name="l.json")
    assert (found.finding.rule, found.finding.help or "") == ("layout/wrong-type", help_)
