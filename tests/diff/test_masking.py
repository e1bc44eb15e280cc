"""Secrets in a comparison: equal ones are equal, different ones differ, and nobody reads one."""

from __future__ import annotations

import json
from typing import Any

import pytest

from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.masking import Masking, holds_mask, told_apart, touches_mask, unseen
from wxcc_lint.diff.tree import Branch, Leaf
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.load import parse
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.variables import with_variables
from wxcc_lint.masks import MaskKey
from wxcc_lint.spans import Text

KEY = MaskKey(b"k" * 32)
MASKING = Masking(KEY)


def token(text: str) -> str:
    return f"masked-{KEY.digest(text)[:32]}"


def whole(text: str) -> dict[str, str]:
    return {"mask": "…", "hmac": KEY.digest(text)}


def test_a_layout_is_masked_in_its_values() -> None:
    data = {"agent": {"area": {"panel": {"attributes": {"apiKey": "abc", "title": "T"}}}}}
    document = parse_layout("l.json", json.dumps(data))
    first = document.selectors
    masked = MASKING.of(document)
    data["agent"]["area"]["panel"]["attributes"]["apiKey"] = whole("abc")  # type: ignore[assignment]
    assert masked.data == data
    assert (masked.text, masked.selectors == {}, masked.selectors is first) == (document.text, True, False)


def test_what_an_object_of_the_api_holds_is_masked() -> None:
    content = {"agent": {"area": {"panel": {"attributes": {"apiKey": "abc"}}}}}
    wrapped = parse_layout("l.json", json.dumps({"name": "x", "jsonFileContent": json.dumps(content)}))
    masked = MASKING.of(wrapped)
    assert Layout(masked).root == {"agent": {"area": {"panel": {"attributes": {"apiKey": whole("abc")}}}}}
    assert masked.selectors == {}


CALL_CENTER = """\
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
<adapterUrl>https://u:p@acme.com/</adapterUrl>
<sections><items><label>L</label><name>clientSecret</name><value>abc</value></items>
<items><label>M</label><name>plain</name><value>https://acme.com/?token=xyz</value></items>
<label>S</label><name>s</name></sections></CallCenter>
"""


def test_a_call_center_is_masked_in_its_texts() -> None:
    document = parse("cc.xml", CALL_CENTER.encode(), "callcenter")
    view = CallCenter(MASKING.of(document))
    assert [(item.name, item.value) for item in view.items()] == [
        ("clientSecret", token("abc")),
        ("plain", f"https://acme.com/?token={token('xyz')}"),
    ]
    assert view.mirrors["adapterUrl"] == f"https://{token('u:p')}@acme.com/"
    assert view.document.data["s"] == {
        **document.data["s"],
        "clientSecret": token("abc"),
        "plain": f"https://acme.com/?token={token('xyz')}",
    }
    assert view.document.text is document.text


def test_json_in_an_item_is_read_anew_with_masks() -> None:
    array = json.dumps([{"sfdcFieldName": "A", "apiKey": "abc"}])
    text = (
        f'<callCenter><section name="s"><item name="i">{array.replace(chr(34), "&quot;")}</item></section></callCenter>'
    )
    document = parse("cc.xml", text.encode(), "callcenter")
    before = CallCenter(document).item("i")
    assert before is not None
    assert before.json().data == [{"sfdcFieldName": "A", "apiKey": "abc"}]
    after = CallCenter(MASKING.of(document)).item("i")
    assert after is not None
    assert after.json().data == [{"sfdcFieldName": "A", "apiKey": token("abc")}]


def test_a_component_is_masked_in_its_texts_by_what_a_value_is_called() -> None:
    document = Document(
        "x.xml",
        "salesforce",
        Text(""),
        data={
            "password": "one",
            "values": [
                {"name": "apiKey", "value": "two"},
                {"name": "plain", "value": "three"},
                {"name": 1, "value": "v"},
            ],
            "tokens": {"clientSecret": ["a", None]},
        },
    )
    masked = MASKING.of(document)
    assert masked.data == {
        "password": token("one"),
        "values": [
            {"name": "apiKey", "value": token("two")},
            {"name": "plain", "value": "three"},
            {"name": 1, "value": "v"},
        ],
        "tokens": {"clientSecret": [token("a"), None]},
    }
    assert masked.selectors is not document.selectors


def test_apex_is_masked_in_its_text() -> None:
    source = "class A { String password = 'hunter22'; }"
    assert MASKING.of(parse("A.cls", source.encode(), "salesforce")).data == source.replace(
        "hunter22", token("hunter22")
    )


def test_what_variables_were_filled_into_is_masked_as_it_is_written_too() -> None:
    document = parse_layout("l.json", json.dumps({"agent": {"a": {"apiKey": "abc", "url": "${HOST}"}}}))
    masked = MASKING.of(with_variables(document, {"HOST": "acme.com"}))
    assert masked.data["agent"]["a"] == {"apiKey": whole("abc"), "url": "acme.com"}
    assert masked.source is not None
    assert masked.source.data["agent"]["a"] == {"apiKey": whole("abc"), "url": "${HOST}"}


@pytest.mark.parametrize(
    ("made_by", "can_tell"), [((), True), ((KEY.id,), True), (("0",), False), ((KEY.id, "0"), False)]
)
def test_only_the_key_at_hand_tells_what_its_masks_are_equal_to(made_by: tuple[str, ...], can_tell: bool) -> None:
    assert Masking(KEY, frozenset(made_by)).can_tell is can_tell


# --- changes ---------------------------------------------------------------------------------------------------------

PLACE = Place(Document("x", "layout", Text("")), ())


def change(left: Any, right: Any) -> Change:
    sides = (Leaf(value, value, PLACE) for value in (left, right))
    return Change("changed", ("a",), *sides, left, right)


TEXT = f"see {token('abc')}, {token('x')}"


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", "plain"),
        (7, 7),
        (TEXT, "see …, …"),
        (whole("abc"), "…"),
        ({"mask": "…1234", "hmac": "0"}, "…1234"),
        ({"a": whole("abc"), "b": [TEXT, 1]}, {"a": "…", "b": ["see …, …", 1]}),
    ],
)
def test_of_a_mask_only_what_people_may_see_is_shown(value: Any, shown: Any) -> None:
    is_masked = value != shown
    for left, right, expected in ((value, "b", (shown, "b")), ("b", value, ("b", shown))):
        one = change(left, right)
        assert touches_mask(one) is is_masked
        assert (unseen(one).left_value, unseen(one).right_value) == expected
        assert (unseen(one) is one) is not is_masked


@pytest.mark.parametrize(
    ("left", "right", "told"),
    [
        ("…", "…", "… (another value, not shown)"),
        ("a …, …", "a …, b", "a …, b"),
        (
            {"a": "…12", "b": [1, "x"]},
            {"a": "…12", "b": [1, "x"]},
            {"a": "…12 (another value, not shown)", "b": [1, "x"]},
        ),
        (1, 1, 1),
    ],
)
def test_what_masks_alone_make_differ_says_so(left: Any, right: Any, told: Any) -> None:
    assert told_apart(left, right) == told


def test_a_change_holds_a_mask_that_stands_on_its_right() -> None:
    leaf, plain = Leaf(TEXT, TEXT, PLACE), Leaf("x", "x", PLACE)
    deep = Branch({"a": plain, "b": Branch({"c": leaf}, "none", PLACE)}, "none", PLACE)
    assert holds_mask(Change("added", (), None, deep, None, None)) is True
    assert holds_mask(Change("changed", (), deep, plain, None, None)) is False
    assert holds_mask(Change("removed", (), deep, None, None, None)) is False
