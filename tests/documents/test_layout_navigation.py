"""The entries of the navigation bar: where they stand, and what they say."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_navigation import comps_on, navigation_entries, unfit_for_path
from wxcc_lint.documents.layout_view import Layout


def view(area: Any) -> Layout:
    return Layout(parse_layout("l.json", json.dumps({"area": area})))


def test_the_home_page_and_the_custom_pages_are_entries() -> None:
    layout = view({"homepage": {"nav": {"navigateTo": "home"}}, "navigation": [{"nav": {"label": "Orders"}}]})
    entries = list(navigation_entries(layout))
    assert [(entry.area, entry.route, entry.label) for entry in entries] == [
        ("homepage", "home", "home"),
        ("navigation", "", "Orders"),
    ]
    assert entries[1].place("label").path == ("area", "navigation", 0, "nav", "label")


@pytest.mark.parametrize("area", [None, [], {"navigation": {}}, {"navigation": [7, {}, {"nav": []}], "homepage": []}])
def test_what_is_no_entry_is_left_out(area: Any) -> None:
    assert list(navigation_entries(view(area))) == []


def test_texts_of_a_wrong_type_read_as_absent() -> None:
    (entry,) = navigation_entries(view({"navigation": [{"nav": {"label": 1, "icon": None, "iconType": []}}]}))
    assert (entry.label, entry.icon, entry.icon_type, entry.route) == ("", "", "", "")


@pytest.mark.parametrize(
    ("icon", "address"),
    [
        ("team", False),
        ("call-voicemail", False),
        ("", False),
        ("https://a.example/i.png", True),
        ("/app/images/wxm.bcd45cc3.svg", True),
        ("icon.svg", True),
        ("data:image/png;base64,AA", True),
        ("$STORE.app.icon", True),
    ],
)
def test_addresses_and_names_of_icons_are_told_apart(icon: str, address: bool) -> None:
    (entry,) = navigation_entries(view({"navigation": [{"nav": {"icon": icon}}]}))
    assert entry.has_icon_address is address


def test_the_components_of_a_page_are_those_at_any_depth() -> None:
    inner = {"comp": "md-tabs", "children": [{"comp": "deep-one"}]}
    pages = [{"nav": {}, "page": {"widgets": {"a": inner}}}, {"nav": {}, "page": {"widgets": {"b": {"comp": "other"}}}}]
    layout = view({"navigation": pages})
    first, second = navigation_entries(layout)
    assert list(comps_on(layout, first)) == ["md-tabs", "deep-one"]
    assert list(comps_on(layout, second)) == ["other"]


def test_the_first_character_that_addresses_encode_is_known() -> None:
    assert unfit_for_path("aZ09-._~!$&'()*+,;=:@/") is None
    assert all(unfit_for_path(f"a{one}b") == 1 for one in ' "#%<>?[]\\^`{|}ä\n\ud800')
