"""Field lists of Version 2, cut into their entries."""

from __future__ import annotations

from html import escape

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.catalog.callcenter import render_import, vocabulary
from wxcc_lint.documents.callcenter import Item, parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.field_lists import field_lists, holds_json, listed_fields

NAME = "noRecordMatchObjectFieldMappings"
NEWEST = render_import(vocabulary("v2").releases[-1])


def item(value: str) -> Item:
    text = f'<callCenter><section name="screenpopNoRecordMatch"><item name="{NAME}">{escape(value)}</item></section></callCenter>'
    found = CallCenter(parse_callcenter("cc.xml", text)).item(NAME)
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("value", "entries"),
    [
        ("A={a}", [("A", "{a}", "a")]),
        ("A={a},B__c={b}", [("A", "{a}", "a"), ("B__c", "{b}", "b")]),
        (" A = { a } , B={b} ", [("A ", " { a } ", " a "), (" B", "{b}", "b")]),
        ("A", [("A", None, None)]),
        ("A=", [("A", "", None)]),
        ("=a", [("", "a", None)]),
        ("A=a=b", [("A", "a=b", None)]),
        ("A={", [("A", "{", None)]),
        ("A={}", [("A", "{}", "")]),
        (",", [("", None, None), ("", None, None)]),
    ],
)
def test_entries(value: str, entries: list[tuple[str, str | None, str | None]]) -> None:
    found = [
        (entry.target.text, entry.source and entry.source.text, entry.variable and entry.variable.text)
        for entry in listed_fields(item(value))
    ]
    assert found == entries


@settings(deadline=None)
@given(st.text(" ={},Ab_<&\n", min_size=1).filter(str.strip))
def test_every_part_stands_where_it_says(value: str) -> None:
    it = item(value)
    assert ",".join(entry.whole.text for entry in listed_fields(it)) == it.value
    for entry in listed_fields(it):
        for part in filter(None, (entry.whole, entry.target, entry.source, entry.variable)):
            assert it.text[part.start : part.end] == part.text


@pytest.mark.parametrize(
    ("value", "is_json"),
    [
        ("[]", True),
        ('{"a":1}', True),
        ("{ 'a'", True),
        ("[“a”]", True),
        ("{Category}", False),
        ("A={a}", False),
        ("", False),
    ],
)
def test_json_is_told_from_a_list(value: str, is_json: bool) -> None:
    assert holds_json(item(value)) is is_json


def test_lists_of_a_file_are_those_with_something_in_them_that_is_no_json() -> None:
    text = NEWEST.replace('label="Object Field Mappings"></item>', 'label="Object Field Mappings">A={a}</item>', 2)
    text = text.replace('label="Object Field Mappings"></item>', 'label="Object Field Mappings">[]</item>')
    view = CallCenter(parse_callcenter("cc.xml", text))
    assert [(one.section, one.value) for one in field_lists(view)] == [
        ("wxCCCallActivity", "A={a}"),
        ("objectCreationManagement", "A={a}"),
    ]
    assert list(field_lists(CallCenter(parse_callcenter("cc.xml", NEWEST)))) == []
