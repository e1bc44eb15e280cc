"""Fragments of examples, set into whole files."""

from __future__ import annotations

from typing import Literal

import pytest

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.example_base import complete

GENERATIONS = ("v1", "v2", "scv")


def view(text: str) -> CallCenter:
    document = parse_callcenter("cc.xml", text)
    assert document.faults == ()
    return CallCenter(document)


def orders(of: CallCenter) -> dict[str, str | None]:
    return {f"{each.section}/{each.name}": each.sort_order for each in of.items()}


def shipped(generation: str) -> CallCenter:
    return view(render_import(vocabulary(generation).releases[-1]))


@pytest.mark.parametrize("text", ["", "{}", "<callCenter/>", "  <!-- <item> --> <callCenter/>", "a<item>"])
def test_what_is_no_fragment_stays_as_it_is(text: str) -> None:
    assert complete(text, ("reqUseApi",), "v2") == text


@pytest.mark.parametrize("generation", GENERATIONS)
def test_an_item_goes_into_the_newest_file_of_its_generation(generation: str) -> None:
    whole = view(complete('<item name="reqDisplayName">Ours</item>', (), generation))
    newest = vocabulary(generation).releases[-1]
    assert whole.generation == generation
    assert whole.release is newest
    assert {(each.section, each.name) for each in whole.items()} == newest.items.keys()
    changed = {
        each.name: each.value for each in whole.items() if each.value != newest.items[each.section, each.name].default
    }
    assert changed == {"reqDisplayName": "Ours"}


@pytest.mark.parametrize("generation", GENERATIONS)
def test_numbers_that_nobody_gave_are_those_of_the_file(generation: str) -> None:
    whole = view(complete('<item name="reqDisplayName">Ours</item>', (), generation))
    assert orders(whole) == orders(shipped(generation))


def test_without_a_generation_the_file_is_of_version_1() -> None:
    text = '<item name="reqUseApi">false</item>'
    assert complete(text) == complete(text, (), "v1")


def test_a_section_tells_which_of_two_items_of_one_name_is_meant() -> None:
    cases = '<section name="objectCreationManagement"><item name="objectFieldMapping">Origin={queue}</item></section>'
    whole = view(complete(cases, (), "v2"))
    found = {each.section: each.value for each in whole.items() if each.name == "objectFieldMapping"}
    assert found == {"wxCCCallActivity": "", "objectCreationManagement": "Origin={queue}"}


@pytest.mark.parametrize(
    ("generation", "without"),
    [("v1", "reqOutDialConfig"), ("v2", "widgetSettings"), ("v2", "objectFieldMapping"), ("scv", "flags")],
)
def test_what_is_taken_out_is_not_there(generation: Literal["v1", "v2", "scv"], without: str) -> None:
    whole = view(complete('<item name="reqDisplayName">Ours</item>', (without,), generation))
    gone = shipped(generation).document.data
    expected = {
        section: {name for name in items if name != without} for section, items in gone.items() if section != without
    }
    assert {section: set(items) for section, items in whole.document.data.items()} == expected


def test_an_item_that_is_named_again_stands_behind_the_first_and_counts() -> None:
    twice = '<item name="reqUseApi">true</item><item name="reqUseApi" label="x">false</item>'
    whole = view(complete(twice, (), "v2"))
    general = [(each.name, each.sort_order) for each in whole.items() if each.section == "reqGeneralInfo"]
    assert general[4:6] == [("reqUseApi", "4"), ("reqUseApi", "5")]
    assert general[-1] == ("reqSalesforceCompatibilityMode", "8")
