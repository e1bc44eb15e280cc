"""Pieces of layouts in files of their own are told as what they are, also where they are no JSON."""

from __future__ import annotations

import json

import pytest

from wxcc_lint.documents.layout_pieces import explain_packing, explain_pieces, piece_of
from wxcc_lint.documents.load import load, recognise

NODE = '{"comp": "agentx-wc-iframe", "attributes": {"src": "https://orders.acme.com/"}}'


@pytest.mark.parametrize(
    ("text", "message", "help_", "marked"),
    [
        (
            f'  "headless": {{"widgets": {{"main": {NODE}}}}},\n',
            "this is no layout but a piece of one: the area 'headless' on its own",
            "paste it into 'area' of each role that needs it",
            '"headless"',
        ),
        (
            f'"header": {{"widgets": {{"main": {NODE}}}',  # the closing braces are missing as well
            "this is no layout but a piece of one: the area 'header' on its own",
            "paste it into 'area' of each role that needs it",
            '"header"',
        ),
        (
            f"{NODE}\n{NODE}",
            "this is no layout but pieces of one in a row: a component, and here the next",
            "paste each of them into 'children', 'advancedHeader' or the 'widgets' of a page",
            "{",
        ),
        (
            f"{NODE},\n{NODE},",
            "this is no layout but pieces of one in a row: a component, and here the next",
            "paste each of them into 'children', 'advancedHeader' or the 'widgets' of a page",
            "{",
        ),
    ],
)
def test_what_is_no_json_is_told_as_a_piece(text: str, message: str, help_: str, marked: str) -> None:
    document = load("piece.json", text.encode())
    assert document is not None
    (fault,) = document.faults
    assert (fault.rule, fault.message, fault.help) == ("meta/syntax", message, help_)
    assert text[fault.span.start : fault.span.end] == marked
    if marked == "{":
        assert fault.span.start == text.index(NODE, 1)


WHOLE = '{"agent": {"area": {"panel": {}}}}'
LISTED = (
    "this is a list of layouts, as the API returns it, and not one layout",
    "save each layout in a file of its own",
)
QUOTED = ("the layout is packed into a text once too often", "save it without the quotes around it")


@pytest.mark.parametrize(
    ("text", "told", "marked"),
    [
        (f' [{{"name": "Sales", "jsonFileContent": {WHOLE}}}]', LISTED, "["),
        (json.dumps({"meta": {}, "data": [{"jsonFileContent": WHOLE}]}), LISTED, "{"),
        (json.dumps(WHOLE), QUOTED, '"'),
        ("\ufeff\n" + json.dumps(WHOLE), QUOTED, '"'),
        (json.dumps({"jsonFileContent": json.dumps(WHOLE), "defaultDesktopLayout": False}), QUOTED, '\\"'),
    ],
)
def test_layouts_that_are_packed_are_told_as_that(text: str, told: tuple[str, str], marked: str) -> None:
    document = load("layouts.json", text.encode())
    assert document is not None
    assert document.data is None
    (fault,) = document.faults
    assert (fault.rule, fault.message, fault.help.partition(";")[0].partition(":")[0]) == ("meta/syntax", *told)
    assert document.text.text[fault.span.start : fault.span.end] == marked


@pytest.mark.parametrize("value", [5, None, [], [1], [{"comp": "a-b"}], {"data": {}}, {"data": [{"comp": "a-b"}]}])
def test_what_holds_no_layouts_is_left_to_the_schema(value: object) -> None:
    assert explain_packing(value, "") is None


@pytest.mark.parametrize(
    "text", ["", "{", '"note": 1', "{} {}", '{"area": {}} {"area": {}}', '{"comp": "a-b"} x', '{"comp": ']
)
def test_other_faults_are_left_to_the_grammar(text: str) -> None:
    assert explain_pieces(text) is None


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"headless": {}}, "the area 'headless'"),
        ({"comp": "div"}, "a component"),
        ({"nav": {}, "page": {}}, "an entry of 'navigation'"),
        ({"id": "orders", "widgets": {}}, "a page"),
        ([{"comp": "md-tab"}, {"comp": "md-tab-panel"}], "a list that begins with a component"),
        ({"area": {}}, None),
        ({"agent": {}}, None),
        ({"comp": "div", "area": {}}, None),
        ({}, None),
        ([], None),
        ([1], None),
        ("comp", None),
        (None, None),
    ],
)
def test_data_are_known_by_their_keys(value: object, name: str | None) -> None:
    piece = piece_of(value)
    assert (piece and piece.name) == name


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (NODE, "layout"),
        ('"headless": {"widgets": {"a": {"comp" : "acme-orders"}}}', "layout"),
        ('{"comp": "<acme-orders>", "script": "x"}', "layout"),
        ('{"comp": "acme", "script": "x"}', None),
        ('{"component": "acme-orders", "script": "x"}', None),
        ('{"comp": "acme-orders"}', None),
        ('{"header": "x", "widgets": []}', None),
    ],
)
def test_only_an_element_beside_a_mark_makes_a_piece_ours(text: str, kind: str | None) -> None:
    assert recognise(text.encode()) == kind
