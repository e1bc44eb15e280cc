"""Keys that the schema does not know: which are seen, and what is taken to be meant."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.layout_keys import _NEEDED, misspelt_members, misspelt_roles, stray_areas, stray_roles, stray_settings
from wxcc_lint.schema import load_schema


def layout(data: Any) -> Layout:
    return Layout(parse_layout("l.json", json.dumps(data)))


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ({"agent": {}, "Supervisor": {}}, {"Supervisor": "supervisor"}),
        ({"Agent": {}, "agents": {}}, {"Agent": "agent"}),
        ({"Agent": {}, "agent": {}}, {}),
        ({"Agent": []}, {}),
        ({"Agent": {}, "area": {}}, {}),
        ({"headless": {}}, {}),
        ([], {}),
    ],
)
def test_roles_that_are_meant(data: Any, meant: dict[str, str]) -> None:
    assert misspelt_roles(layout(data)) == meant


def test_keys_beside_the_roles() -> None:
    found = stray_roles(layout({"$schema": "s", "agent": {}, "area": {}, "name": 1, "supervisorAgnt": {}}))
    assert [(key.name, key.at.path, key.value, key.meant) for key in found] == [
        ("name", ("name",), 1, None),
        ("supervisorAgnt", ("supervisorAgnt",), {}, None),  # with an area beside the roles nothing is sure
    ]
    assert list(stray_roles(layout({"area": {}, "name": 1}))) == []


def test_keys_among_the_settings() -> None:
    role = {"area": {}, "panel": {}, "layoutName": "", "Logo": "", "webexConfigured": True, "desktopChatApp": {"x": 1}}
    found = [(key.name, key.at.path, key.meant) for key in stray_settings(layout({"agent": role}))]
    assert found == [
        ("Logo", ("agent", "Logo"), "logo"),
        ("webexConfigured", ("agent", "webexConfigured"), None),
        ("x", ("agent", "desktopChatApp", "x"), None),
    ]


def test_what_may_be_a_piece_of_a_layout_has_no_settings() -> None:
    assert list(stray_settings(layout({"comp": "div", "attributes": {}}))) == []


def test_keys_among_the_areas() -> None:
    found = stray_areas(layout({"agent": {"Area": {}}, "supervisor": {"area": {"nav": [], "footer": {}}}}))
    assert [(key.name, key.at.path, key.meant) for key in found] == [
        ("Area", ("agent", "Area"), "area"),
        ("nav", ("supervisor", "area", "nav"), "navigation"),
        ("footer", ("supervisor", "area", "footer"), None),
    ]
    assert list(stray_areas(layout({"area": [], "areas": {}}))) == []


GRID: dict[str, Any] = {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
NAV = {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme", "align": "top"}
PAGE: dict[str, Any] = {"id": "acme", "widgets": {"main": {"comp": "div"}}, "layout": GRID}


def renamed(members: dict[str, Any], old: str, new: str) -> dict[str, Any]:
    return {new if name == old else name: value for name, value in members.items()}


def one_page(nav: dict[str, Any] = NAV, page: dict[str, Any] = PAGE, **more: Any) -> dict[str, Any]:
    return {"agent": {"area": {"navigation": [{"nav": nav, "page": page, **more}]}}}


def misspelt(data: dict[str, Any]) -> list[tuple[str, str | None, bool]]:
    return [(key.name, key.meant, key.is_needed) for key in misspelt_members(layout(data))]


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (one_page(), []),
        (one_page(renamed(NAV, "label", "Label")), [("Label", "label", True)]),
        (one_page(renamed(NAV, "align", "Align")), [("Align", "align", False)]),
        (one_page({**NAV, "isDefaultLandingpage": True}), [("isDefaultLandingpage", "isDefaultLandingPage", False)]),
        (one_page({**NAV, "Label": "Orders", "_note": 1, "tooltip": "x"}), []),
        (one_page(page=renamed(PAGE, "id", "Id")), [("Id", "id", True)]),
        (one_page(page={**PAGE, "pageheader": {}}), [("pageheader", "pageHeader", False)]),
        (one_page(page=renamed(PAGE, "layout", "Layout")), [("Layout", "layout", True)]),
        (one_page(page=renamed(PAGE, "layout", "useFlexlayout")), [("useFlexlayout", "useFlexLayout", True)]),
        (one_page(page={**PAGE, "useFlexlayout": True}), [("useFlexlayout", "useFlexLayout", False)]),
        (one_page(page=renamed(PAGE, "layout", "Layout") | {"useFlexLayout": True}), []),
        (one_page(page={**PAGE, "layout": renamed(GRID, "areas", "area")}), [("area", "areas", True)]),
        (one_page(page={**PAGE, "layout": {"ROOT": renamed(GRID, "size", "Size"), "Sizes": GRID}}), [("Size", "size", True)]),
        (one_page(page={**PAGE, "layout": {**GRID, "size": {"row": [1], "cols": [1]}}}), [("row", "rows", True)]),
        (one_page(page={**PAGE, "layout": {"Area": 1, "Size": 2}}), []),
        (one_page(Visibility="WXM_METRICS"), [("Visibility", "visibility", False)]),
        ({"area": {"homepage": {"Nav": NAV, "page": PAGE}}}, [("Nav", "nav", True)]),
        ({"area": {"homepage": [], "navigation": {"Nav": 1}}}, []),
        (
            one_page(page={**PAGE, "widgets": {"main": {"comp": "div", "wrapper": {"Title": "x", "maximizeArea": "y"}}}}),
            [("Title", "title", False), ("maximizeArea", "maximizeAreaName", False)],
        ),
    ],
)  # fmt: skip
def test_members_that_are_meant(data: dict[str, Any], found: list[tuple[str, str | None, bool]]) -> None:
    assert misspelt(data) == found


def test_what_is_needed_is_what_the_schema_requires() -> None:
    parts = load_schema("desktop-layout")["$defs"]
    schemas = {
        **{part: parts[part] for part in ("entry", "nav", "page", "grid")},
        "size": parts["grid"]["properties"]["size"],
    }
    required = {
        part: {
            name
            for each in (schema, *schema.get("allOf", ()), *schema.get("else", {}).get("allOf", ()))
            for name in each.get("required", ())
        }
        for part, schema in schemas.items()
    }
    assert {part: required[part] for part in _NEEDED} == _NEEDED
