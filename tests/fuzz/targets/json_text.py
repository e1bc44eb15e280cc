"""JSON: `json.loads` judges what is JSON and what it says; spans read again give the value; all else is one fault."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, NoReturn

from tests.fuzz.inputs import files
from tests.fuzz.invariants import assert_one_fault, inside, value_at
from wxcc_lint.documents.json import decode_value, parse_json
from wxcc_lint.documents.layout import parse_layout
from wxcc_lint.documents.limits import MAX_DEPTH
from wxcc_lint.documents.model import Document
from wxcc_lint.documents.nodes import json_paths

LONGEST = 4_096
WORDS = tuple(
    b'{ } [ ] , : " \\ \\u0041 \\ud83d\\ude00 \\ud800 \\n \\x true false null -0 01 1e5 1e999 1. .5 NaN Infinity // /* */ '
    b"... \xe2\x80\x9c \xe2\x80\x9d \xef\xbb\xbf &quot; \xc2\xa0 \x00 \x1f \x80 'a' <a> ${a} \"jsonFileContent\": None".split()
)


def seeds() -> Iterator[bytes]:
    yield from files(".json")
    yield b'{"a": [1, -0.5e+3, true, null, "\\u00e9\\ud83d\\ude00\\"\\\\"], "a": {"": {}}}'
    yield b'{"jsonFileContent": "{\\"agent\\": {\\"area\\": [\\"\\\\u0041\\", 1,]}}"}'
    yield b"[" * (MAX_DEPTH + 1)
    yield b'"\\b\\f\\n\\r\\t\\/\\ud800"'
    yield b"[NaN, -Infinity]"


def check(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    document = parse_json("a.json", text, "layout")
    repeats: list[int] = []

    def collected(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        repeats.append(len(pairs) - len(dict(pairs)))
        return dict(pairs)

    try:
        expected = json.loads(text, parse_constant=_refuse, object_pairs_hook=collected)
    except (ValueError, RecursionError):
        assert_one_fault(document)
    else:
        if document.faults:
            assert_one_fault(document)
            assert document.faults[0].rule == "meta/too-deep"
            assert text.count("{") + text.count("[") > MAX_DEPTH
        else:
            assert repr(document.data) == repr(expected), "repr tells 1 from 1.0 and from true"
            assert len(document.duplicates) == sum(repeats)
            _assert_spans(document)
    _assert_layout(text)


def _refuse(word: str) -> NoReturn:
    raise ValueError(word)


def _assert_spans(document: Document) -> None:
    text = document.text.text
    assert set(document.spans) >= set(json_paths(document.data))
    for path in json_paths(document.data):
        key, span = document.spans[path]
        raw, value = text[span.start : span.end], value_at(document.data, path)
        assert repr(json.loads(raw)) == repr(value)
        if key is not None:
            assert json.loads(text[key.start : key.end]) == path[-1]
        if isinstance(value, str):
            _assert_decoded(raw, value)
    for repeat in document.duplicates:
        keys = [json.loads(text[key.start : key.end]) for key in (repeat.first, repeat.again)]
        assert keys == [repeat.path[-1]] * 2
        assert repeat.first.end < repeat.again.start


def _assert_decoded(raw: str, value: Any) -> None:
    decoded, characters = decode_value(raw)
    assert decoded == value
    edges = [1, *(character.end for character in characters)]
    assert [character.start for character in characters] == edges[:-1]
    assert edges[-1] == len(raw) - 1


def _assert_layout(text: str) -> None:
    """Whatever stands in a layout that is a text inside JSON, its places are in the file."""
    layout = parse_layout("a.json", text)
    if layout.faults:
        assert_one_fault(layout)
    elif isinstance(layout.tree, Document):
        inner = layout.tree
        assert all(inside(inner.to_root(node.value), text) for node in inner.spans.values())
