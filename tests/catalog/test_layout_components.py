"""What is known of the elements of desktop layouts."""

from __future__ import annotations

import pytest

from wxcc_lint.catalog.layout_components import (
    ForeignKey,
    element_meant,
    foreign_keys,
    html_elements,
    is_boolean_attribute,
    is_builtin,
    known_elements,
    name_fault,
    needs_script,
    sounds_builtin,
    unfit_character,
)
from wxcc_lint.catalog.layouts import default_layout
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.schema import load_schema


def names_in_default_layout() -> set[str]:
    import json

    view = Layout(parse_layout("l.json", json.dumps(default_layout())))
    return {component.comp for component in view.components()}


def test_elements_of_the_default_layout_are_known() -> None:
    names = names_in_default_layout()
    assert {name for name in names if not is_builtin(name)} == {"digital-outbound"}
    assert {name for name in names if needs_script(name)} == {"digital-outbound"}


@pytest.mark.parametrize(
    ("comp", "builtin", "scripted"),
    [
        ("div", True, False),
        ("md-tabs", True, False),
        ("ai-assistant", True, False),
        ("#SCREEN_POP", True, False),
        ("agentx-custom-desktop", False, True),
        ("acme-orders", False, True),
        ("agentx-preview-campaign", False, False),  # not known
        ("orders", False, False),  # no script can define it
        ("", False, False),
    ],
)
def test_who_brings_an_element(comp: str, builtin: bool, scripted: bool) -> None:
    assert (is_builtin(comp), needs_script(comp)) == (builtin, scripted)


def test_a_name_that_sounds_built_in_is_none_of_the_known_ones() -> None:
    names = ["agentx-wc-ifram", "md-tabz", "agentx-wc-iframe", "agentx-custom-desktop", "acme-md-tabs"]
    assert [name for name in names if sounds_builtin(name)] == ["agentx-wc-ifram", "md-tabz"]


@pytest.mark.parametrize(
    ("comp", "fault"),
    [
        ("", None),
        ("div", None),
        ("h1", None),
        ("acme-orders", None),
        ("acme-orders.v2_ü", None),
        ("#SCREEN_POP_TAB", None),
        ("orders", "no-hyphen"),
        ("Md-Tabs", "capitals"),
        ("DIV", "capitals"),
        ("1-orders", "characters"),
        ("acme orders", "characters"),
        ("acme/orders", "characters"),
        ("-orders", "characters"),
        ("<acme-orders>", "characters"),
    ],
)
def test_names_of_elements(comp: str, fault: str | None) -> None:
    assert name_fault(comp) == fault


def test_where_a_name_goes_wrong() -> None:
    names = ["acme orders", "1-orders", "acme-orders\t", "acme-orders"]
    assert [unfit_character(name) for name in names] == [4, 0, 11, None]


@pytest.mark.parametrize(
    ("comp", "meant"),
    [
        ("md-tooltipp", "md-tooltip"),
        ("tabs", "md-tabs"),
        ("notification", "agentx-notification"),
        ("screen-pop", "agentx-wc-screen-pop"),
        ("agentx-iframe", "agentx-wc-iframe"),
        ("digital-outbond", "digital-outbound"),
        ("sectoin", "section"),
        ("acme-orders", None),
        ("timeline-widget", None),
    ],
)
def test_what_a_misspelt_element_was_meant_to_be(comp: str, meant: str | None) -> None:
    assert element_meant(comp) == meant


@pytest.mark.parametrize(
    ("comp", "name", "expected"),
    [
        ("md-tabs", "persist-selection", True),
        ("md-tabs", "draggable", True),
        ("div", "draggable", False),  # HTML reads its value
        ("button", "disabled", True),
        ("button", "Disabled", True),
        ("acme-orders", "disabled", False),  # what it reads is not known
        ("acme-orders", "hidden", True),
        ("md-tabs", "selected-index", False),
    ],
)
def test_attributes_that_are_on_by_being_there(comp: str, name: str, expected: bool) -> None:
    assert is_boolean_attribute(comp, name) is expected


def test_each_foreign_key_says_one_thing_and_leads_to_a_real_one() -> None:
    members = load_schema("desktop-layout")["$defs"]["component"]["properties"]
    assert foreign_keys()["source"] == ForeignKey(write="script")
    assert foreign_keys().keys().isdisjoint(members)
    for told in foreign_keys().values():
        assert sum(map(bool, (told.write, told.into, told.help))) == 1
        assert {told.write, told.into} - {""} <= members.keys()


def test_no_name_stands_in_two_groups() -> None:
    assert known_elements().isdisjoint(html_elements())
    assert all("-" in name for name in known_elements())
    assert len(known_elements()) == 23 + 8 + 2 + 72
