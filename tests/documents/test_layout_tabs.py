"""Which tab belongs to which panel, where they stand, and what they hold."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_tabs import (
    attribute,
    inside,
    is_on,
    label_of,
    slot_of,
    slots_among,
    tab_groups,
    tab_part,
)
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.tab_names import tab_names


def view(data):
    return Layout(parse_layout("l.json", json.dumps(data)))


def groups(**areas):
    return list(tab_groups(view({"area": areas})))


def part(letter):
    """T and P are tabs and panels, t and p other components in their slots, x is something else."""
    comp = {"T": "md-tab", "P": "md-tab-panel"}.get(letter, "div")
    slot = {"t": "tab", "p": "panel"}.get(letter)
    return {"comp": comp, "attributes": {"slot": slot}} if slot else {"comp": comp}


def tabs(letters):
    return {"comp": "md-tabs", "children": [part(letter) for letter in letters]}


def one(**members):
    return view({"area": {"advancedHeader": [members]}}).components()[0]


def positions(components):
    return [component.at.path[-1] for component in components]


def test_the_nth_tab_opens_the_nth_panel():
    (group,) = groups(panel=tabs("TTxPtPp"))
    assert (positions(group.tabs), positions(group.panels)) == ([0, 1, 4], [3, 5, 6])
    assert [positions((pair.tab, pair.panel)) for pair in group.pairs] == [[0, 3], [1, 5], [4, 6]]
    assert [positions(parts) for parts in group.together] == [[0, 3], [1, 5], [4, 6]]


def test_uneven_tabs_have_no_pairs():
    (group,) = groups(panel=tabs("TPT"))
    assert (group.pairs, [positions(parts) for parts in group.together]) == ((), [[0], [1], [2]])


@pytest.mark.parametrize(
    ("letters", "odd"),
    [
        ("", None), ("TP", None), ("TTPP", None), ("PT", None), ("x", None),
        ("TPT", 2), ("TTP", 0), ("TPTTP", 2), ("TPTxTP", 2), ("TTTPP", 2), ("T", 0), ("TPTT", 2),
        ("TPP", 2), ("PTP", 0), ("TPPTP", 2), ("TTPPP", 4), ("P", 0), ("TTPTPPP", 6),
    ],
)  # fmt: skip
def test_the_odd_one_is_that_without_a_partner_beside_it(letters, odd):
    (group,) = groups(panel=tabs(letters))
    assert (group.odd_one and group.odd_one.at.path[-1]) == odd


def test_groups_are_those_of_md_tabs_anywhere_and_the_persistent_tabs_of_each_role():
    page = {"id": "p", "widgets": {"w": tabs("TP")}}
    role = {"area": {"panel": tabs("TP"), "navigation": [{"page": page}], "persistent": [part("T"), part("P")]}}
    found = list(tab_groups(view({"agent": role, "supervisor": {"area": {"persistent": [part("T")]}}})))
    assert [(group.owner is None, group.entries[0].role.name, len(group.entries)) for group in found] == [
        (False, "agent", 2),
        (False, "agent", 2),
        (True, "agent", 2),
        (True, "supervisor", 1),
    ]


def test_children_that_are_no_list_of_objects_are_left_to_the_schema():
    for children in ({}, None, [part("T"), 7], "T"):
        assert groups(panel={"comp": "md-tabs", "children": children}) == []


def test_tabs_inside_of_tabs_are_nested_and_those_of_further_md_tabs_are_not():
    inner = [part("T"), {"comp": "div", "children": [part("P")]}, tabs("TP")]
    outer, _ = groups(panel={"comp": "md-tabs", "children": [{"comp": "md-tab-panel", "children": inner}]})
    assert [child.at.path for child in outer.nested] == [("area", "panel", "children", 0, "children", 0)]


def test_the_menu_is_neither_tab_nor_panel():
    menu = one(comp="agentx-wc-more-actions-widget", attributes={"slot": "panel"})
    assert (tab_part(menu), tab_part(one(comp="b-c", attributes={"slot": "panel"}))) == (None, "panel")


@pytest.mark.parametrize(
    ("component", "name", "marked"),
    [
        ({"comp": "slot", "attributes": {"name": "SCREEN_POP"}}, "SCREEN_POP", '"SCREEN_POP"'),
        ({"comp": "#SCREEN_POP"}, "SCREEN_POP", "SCREEN_POP"),
    ],
)
def test_slots_are_written_in_two_ways(component, name, marked):
    found = slot_of(one(**component))
    assert found is not None
    span = found.at.span
    assert (found.name, found.at.document.text.text[span.start : span.end]) == (name, marked)
    assert [slot.name for slot in slots_among(one(comp="md-tab", children=[{"comp": "div"}, component]))] == [name]


@pytest.mark.parametrize("attributes", [None, {}, {"name": 7}, []])
def test_a_slot_without_a_name_is_none(attributes):
    assert slot_of(one(comp="slot", attributes=attributes)) is None


@pytest.mark.parametrize(
    ("slot", "visibility", "expected"),
    [
        ("SCREEN_POP_TAB", "SCREEN_POP", None),
        ("SCREEN_POP", "IVR_TRANSCRIPT", "SCREEN_POP"),
        ("CONTACT_HISTORY", "SCREEN_POP", "CONTACT_HISTORY"),
        ("SCREEN_POP", "NOT_RESPONSIVE", None),
        ("SCREEN_POP", "SCREENPOP", None),
        ("SCREEN_POP", None, None),
        ("ACME", "SCREEN_POP", None),
    ],
)
def test_a_misfit_has_the_known_tag_of_something_else(slot, visibility, expected):
    tab = {"comp": "md-tab", "visibility": visibility, "children": [{"comp": f"#{slot}"}, {"comp": "#CONTACT_HISTORY"}]}
    (group,) = groups(panel={"comp": "md-tabs", "children": [tab]})
    fact = next(iter(group.misfits.values()), None)
    assert (fact and fact.name) == expected


def test_label_attributes_and_switches():
    tab = one(
        comp="md-tab",
        attributes={"a": " x ", "b": 7, "c": True, "d": " ", "e": None, "f": "false", "g": False, "h": ""},
        children=[{"comp": "md-tooltip", "children": [{"comp": "span", "textContent": "Orders"}]}],
    )
    assert label_of(tab) == "Orders"
    assert [attribute(tab, name) for name in "abcdez"] == ["x", "7", None, None, None, None]
    assert [name for name in "abcdefghz" if is_on(tab, name)] == ["a", "b", "c", "d", "h"]
    assert [component.comp for component in inside(tab)] == ["md-tab", "md-tooltip", "span"]


def test_names_of_identity_paths():
    elements = [
        {"comp": "md-tab", "children": [{"comp": "#A_TAB"}]}, {"comp": "md-tab", "textContent": " Two "},
        {"comp": "md-tab-panel"}, {"comp": "md-tab-panel", "children": ["x", {"comp": "slot", "attributes": {"name": "B"}}]},
        {"comp": "div"}, 7,
    ]  # fmt: skip
    assert tab_names(elements) == {0: {"slot": "A_TAB"}, 1: {"tab": "Two"}, 2: {"tab": "A_TAB"}, 3: {"slot": "B"}}


names = st.sampled_from(["area", "panel", "persistent", "children", "comp", "attributes", "slot", "name", "visibility"])
words = st.sampled_from(["md-tabs", "md-tab", "md-tab-panel", "slot", "#", "#A", "tab", "panel"])
some_json = st.recursive(
    st.none() | st.booleans() | st.integers() | words,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(names, inner, max_size=5),
    max_leaves=30,
)


@given(some_json)
@settings(deadline=None)
def test_whatever_the_file_holds_it_can_be_asked(data):
    for group in tab_groups(view({"area": {"panel": {"comp": "md-tabs", "children": data}, "persistent": data}})):
        assert group.odd_one is None or group.odd_one in group.entries
        assert group.misfits.keys() <= {entry.at.path for entry in group.entries if entry.visibility}
        assert group.crossed <= {entry.at.path for entry in group.entries}
        for entry in group.entries:
            assert len(slots_among(entry)) <= len(entry.children)
