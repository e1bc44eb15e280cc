"""Variables of the config: values read as filled in, positions stay those of what the file says."""

from __future__ import annotations

import json
from html import escape

import pytest
from hypothesis import given, settings, strategies as st

from wxcc_lint.documents.callcenter import parse_callcenter
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.variables import references, with_variables

TITLE = "Hello ${NAME}, ${NAME}!"
LAYOUT = {"agent": {"area": {}, "appTitle": TITLE, "x${NAME}": 1}}
VARIABLES = {"NAME": "Ann-Sophie", "UNUSED": "x"}


def under(place: Place) -> str:
    return place.document.root.text.text[place.span.start : place.span.end]


def layouts(data: object) -> list[Document]:
    """Return a layout bare, and as object and text in the object of the API."""
    wrapped = [{"jsonFileContent": data}, {"jsonFileContent": json.dumps(data)}]
    return [parse_layout("l.json", json.dumps(one)) for one in (data, *wrapped)]


def call_center(text: str) -> Document:
    return parse_callcenter(
        "c.xml", f'<callCenter><section name="s"><item name="i">{text}</item></section></callCenter>'
    )


@pytest.mark.parametrize("document", layouts(LAYOUT), ids=["bare", "object", "text"])
def test_a_layout_is_filled_in_and_keeps_its_places(document: Document) -> None:
    filled = with_variables(document, VARIABLES)
    (role,) = Layout(filled).roles()
    assert role.settings["appTitle"] == "Hello Ann-Sophie, Ann-Sophie!"
    assert "x${NAME}" in role.settings
    (title,) = [text for text in Layout(filled).texts() if text.inside == ("appTitle",)]
    assert under(title.at).strip('"\\') == TITLE
    assert under(title.at.slice(0, 6)) == "Hello "
    assert under(title.at.slice(6, 16)) == "${NAME}"
    assert under(title.at.slice(10, 11)) == "${NAME}"
    assert under(title.at.slice(16, 18)) == ", "
    assert under(title.at.slice(28, 29)) == "!"
    assert filled.root is document
    (old,) = Layout(document).roles()
    assert old.settings["appTitle"] == TITLE


def test_a_call_center_is_filled_in_and_keeps_its_places() -> None:
    document = call_center("https://${HOST}/&amp;")
    view = CallCenter(with_variables(document, {"HOST": "h<>.com"}))
    item = view.item("i")
    assert item is not None
    assert (item.value, view.document.data) == ("https://h<>.com/&", {"s": {"i": "https://h<>.com/&"}})
    assert under(item.at) == "https://${HOST}/&amp;"
    assert under(item.at.slice(8, 15)) == "${HOST}"
    assert under(item.at.slice(16, 17)) == "&amp;"
    assert item.at.document.root is document


def test_the_json_of_an_item_is_that_of_the_filled_text() -> None:
    document = call_center(escape('[{"wxccFieldName": "${V}", "x": 1}]'))
    item = CallCenter(with_variables(document, {"V": "ani"})).item("i")
    assert item is not None
    assert item.json().data == [{"wxccFieldName": "ani", "x": 1}]
    assert under(Place(item.json(), (0, "wxccFieldName"))) == escape('"${V}"')
    assert under(Place(item.json(), (0, "x"))) == "1"


def test_what_uses_no_declared_name_is_the_same_document() -> None:
    document = parse_layout("l.json", json.dumps(LAYOUT))
    assert with_variables(document, {"OTHER": "x"}) is document
    assert with_variables(document, {}) is document


@pytest.mark.parametrize("document", layouts(LAYOUT), ids=["bare", "object", "text"])
def test_references_are_found_in_values(document: Document) -> None:
    assert [(one.name, under(one.at), one.is_conventional) for one in references(document)] == [
        ("NAME", "${NAME}", True)
    ] * 2


def test_references_are_found_in_items_and_mirrors() -> None:
    text = "<CallCenter><adapterUrl>https://${A}/</adapterUrl><sections><items><name>i</name><value>${b}</value></items><name>s</name></sections></CallCenter>"
    document = parse_callcenter("c.xml", text)
    assert [(one.name, under(one.at), one.is_conventional) for one in references(document)] == [
        ("A", "${A}", True),
        ("b", "${b}", False),
    ]


@pytest.mark.parametrize("text", ["$NAME", "${NA-ME}", "${}", "${STORE.app}", "$ {NAME}", "{NAME}"])
def test_other_words_are_no_references(text: str) -> None:
    document = parse_layout("l.json", json.dumps({"area": {}, "appTitle": text}))
    assert references(document) == ()


@given(st.lists(st.sampled_from(["a", "\\", '"', "é", "\U0001f600", "${A}", "${B}", "${C}"]), max_size=8))
@settings(deadline=None)
def test_every_character_stands_where_it_came_from(parts: list[str]) -> None:
    variables = {"A": "", "B": "long value"}
    text = "".join(parts)
    document = parse_layout("l.json", json.dumps({"area": {}, "appTitle": text}))
    filled = with_variables(document, variables)
    assert filled.data["appTitle"] == "".join({"${A}": "", "${B}": "long value"}.get(part, part) for part in parts)
    place, offset = Place(filled, ("appTitle",)), 0
    for part in parts:
        value = {"${A}": "", "${B}": "long value"}.get(part, part)
        for index in range(offset, offset + len(value)):
            expected = part if part == "${B}" else filled.data["appTitle"][index]
            assert json.loads(f'"{under(place.slice(index, index + 1))}"') == expected
        offset += len(value)
