"""Keys that the schema does not know: which are seen, and what is taken to be meant."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.layout_keys import misspelt_roles, stray_areas, stray_roles, stray_settings


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
