"""Identities: each node of a layout, of JSON in an item, and of an allowed list has an address that leads back to it alone."""

from __future__ import annotations

from collections.abc import Iterator

from tests.fuzz.inputs import files
from tests.fuzz.invariants import assert_addresses
from wxcc_lint.documents.allowlist import parse_allowlist
from wxcc_lint.documents.json import parse_json
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.spans import Text

LONGEST = 1_024
WORDS = tuple(
    b'[ ] { } , : " "" "a" "b" 1 "1" 1.0 true null "/" "a/b" "=" "[#0]" \\ud800 \\u0000 "comp":"a" "attributes":{"id":1} "slot":"a" '
    b'"nav":{"navigateTo":"a"} "children":[ {"comp":"md-tabs","children":[ {"comp":"md-tab"}, {"comp":"md-tab-panel"}, '
    b'"sfdcFieldName":"a" "SalesforceFieldName":"a" "wxccFieldName":"a" "wxccFieldValue":"a" "textContent":"a" '
    b'"wrapper":{"title":"a"} "value" "a","a" ["a","a"]'.split(b" ")
)
TABS = b"""[{"comp": "md-tabs", "children": [{"comp": "md-tab", "textContent": "a"}, {"comp": "md-tab-panel"},
{"comp": "md-tab", "attributes": {"slot": "tab"}}, {"comp": "md-tab-panel", "attributes": {"slot": "panel"}}]}, {"comp": "b"}]"""


def seeds() -> Iterator[bytes]:
    yield from files(".json")
    yield b'{"agent": {"area": {"panel": ' + TABS + b"}}}"
    yield b'[{"nav": {"navigateTo": "a"}}, {"nav": {"navigateTo": 1}}, {"comp": "a", "wrapper": {"title": "b"}}, {"comp": "a"}]'
    yield b'[{"sfdcFieldName": "a", "wxccFieldName": "b"}, {"SalesforceFieldName": "a"}, {"wxccFieldName": 1, "wxccFieldValue": "1"}]'
    yield b'["a", "a", "b/[#0]"]'


def check(data: bytes) -> None:
    text = data.decode("utf-8", "replace")  # half of a surrogate pair comes by escapes alone
    for document in _documents(text):
        if not document.faults:
            assert_addresses(document)


def _documents(text: str) -> Iterator[Document]:
    yield parse_json("a.json", text, "layout")
    host = Document("a.xml", "callcenter", Text("<a/>"), data={})
    yield parse_json("a.xml", text, "callcenter", host=Place(host, ("section", "item")))
    yield parse_allowlist("a.json", text)
