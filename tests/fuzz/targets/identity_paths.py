"""Identity paths: what is read is written so that it reads the same; an address leads back to its node, and to no other."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TypeVar

from tests.fuzz.inputs import files
from tests.fuzz.invariants import assert_addresses
from wxcc_lint.documents.allowlist import parse_allowlist
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.paths import PathSyntaxError, format_path, parse_path, parse_pattern
from wxcc_lint.spans import Text

LONGEST = 4_096
WORDS = (
    *b'/ [ ] = , " * ** # [# [0] [#0] [2] [comp= [a=b,c=d] "a/b" "" "\\u0041" "\\ud800" \\ { } : \n \x1f \x7f \xc3\xa9 \xed\xa0\x80 '
    b'\xe2\x80\xa8 \xc2\xa0 \xef\xbb\xbf "comp":"a" "attributes":{"id":1} "slot":"a" "nav":{"navigateTo":"a"} "children":[ '
    b'"comp":"md-tabs" "comp":"md-tab" "comp":"md-tab-panel" "sfdcFieldName":"a" "wxccFieldValue":"a" "textContent":"a" '
    b'"wrapper":{"title":"a"} "value" "a","a"'.split(b" "),
)


_Read = TypeVar("_Read")


def seeds() -> Iterator[bytes]:
    yield from files(".json")
    yield from (
        b"/agent/area[comp=a,slot=b][2]/x[#0]",
        b'/"a/b"["k=":"v",c=""]',
        b"/**/a/*[#1]",
        b"/",
        b'/"\\ud800"/a[b=c][1]',
        b"[a=b]",
    )
    tabs = b'[{"comp": "md-tabs", "children": [{"comp": "md-tab", "textContent": "a"}, {"comp": "md-tab-panel"}]}, {"comp": "b"}]'
    yield b'{"agent": {"area": {"panel": ' + tabs + b"}}}"
    yield b'[{"sfdcFieldName": "a", "wxccFieldName": "b"}, {"SalesforceFieldName": "a"}, {"wxccFieldName": 1, "wxccFieldValue": "1"}]'


def check(data: bytes) -> None:
    text = data.decode("utf-8", "surrogateescape")
    if text[:1] not in {"[", "{"}:
        _assert_written(text)
        return
    for document in _documents(text):
        if not document.faults:
            assert_addresses(document)


def _assert_written(text: str) -> None:
    path, pattern = _read(parse_path, text), _read(parse_pattern, text)
    if path is None:
        assert pattern is None or "*" in text
        return
    written = format_path(path)
    assert parse_path(written) == path
    assert len(written.splitlines()) == 1
    written.encode()
    assert pattern is not None
    assert pattern.matches(path)
    assert parse_pattern("/**").matches(path)


def _read(parse: Callable[[str], _Read], text: str) -> _Read | None:
    """Return what is read, or None where it is refused in words, at a place in the text."""
    try:
        return parse(text)
    except PathSyntaxError as error:
        refusal = error
    assert 0 <= refusal.position <= len(text)
    assert refusal.message
    return None


def _documents(text: str) -> Iterator[Document]:
    """Yield JSON as a layout, as JSON inside an item of a call center, and as an allowed list."""
    yield parse_json("a.json", text, "layout")
    host = Document("a.xml", "callcenter", Text("<a/>"), data={})
    yield parse_json("a.xml", text, "callcenter", host=Place(host, ("section", "item")))
    yield parse_allowlist("a.json", text)
