"""Where each node of a JSON text stands, and where exactly a text stops being JSON.

Stricter than nobody: it accepts what RFC 8259 allows, like `json.loads`, which remains the judge. It keeps its own stack,
so that it may run in the midst of somebody's recursion.
"""

from __future__ import annotations

import json
import re
from typing import Final, Literal

from msgspec import Struct

from wxcc_lint.documents.model import Duplicate, NodeSpans, Path, SpanTable
from wxcc_lint.spans import Span

Expected = Literal["value", "key", "colon", "comma", "end"]
"""What may come next; "comma" stands for a comma or the closing bracket, "end" for nothing more."""

UNCLOSED_STRING: Final = r'"[^"\\\x00-\x1f]*+(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*+)*+'
"""A string up to the first character that cannot be part of it, or up to its closing quote."""

# A number or word that runs on, as in `01` or `trueish`, is no token at all: then the error stands at its beginning.
_SCALAR = r"(?:-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?|true|false|null)(?![\w.+-])"
_TOKEN = re.compile(rf'[ \t\n\r]*+({UNCLOSED_STRING}"|{_SCALAR}|[{{}}\[\]:,]|\Z)?')

# A mark says what kind a token is: punctuation stands for itself.
_STRING_MARK, _SCALAR_MARK, _END_MARK = '"', "0", "$"
_VALUE_MARKS = '{["0'
CLOSERS: Final = {"{": "}", "[": "]"}


class Opened(Struct, frozen=True):
    """A bracket that is still open: the offset where it stands, and the node it opens."""

    offset: int
    path: Path


class Spot(Struct, frozen=True):
    """Where a text stops being JSON.

    `offset` is that of the first character that does not fit, blanks skipped; `previous` is the last token that did
    (empty before the first one); `opened` is the innermost open bracket.
    """

    text: str
    offset: int
    expected: Expected
    previous: Span
    opened: Opened | None

    @property
    def character(self) -> str:
        """The first character that does not fit; empty at the end of the text."""
        return self.text[self.offset : self.offset + 1]


class UnexpectedError(ValueError):
    """The text is not JSON; `spot` says where and what would have fitted."""

    def __init__(self, spot: Spot) -> None:
        super().__init__(f"expected {spot.expected} at offset {spot.offset}")
        self.spot = spot


def scan_spans(text: str) -> SpanTable:
    """Return the spans of all nodes in document order, of a repeated key the last; raises `UnexpectedError`."""
    scanner = _Scanner(text)
    return _table(scanner.run())


def scan_duplicates(text: str) -> tuple[Duplicate, ...]:
    """Return all repeated keys, also those inside values that lost to a repeat; raises `UnexpectedError`."""
    scanner = _Scanner(text)
    scanner.run()
    return tuple(scanner.duplicates)


class _Node(Struct):
    """A node has no path of its own: deep in a large text the paths would take more room than all the rest."""

    step: str | int
    key: Span | None
    first_key: Span | None
    value: Span
    closer: str
    children: dict[str | int, _Node]


_NO_CHILDREN: Final[dict[str | int, _Node]] = {}
"""What all scalars share: most nodes are scalars, and a dict each would double their size."""


class _Scanner:
    def __init__(self, text: str) -> None:
        self.duplicates: list[Duplicate] = []
        self._text = text
        self._start = self._end = 0
        self._open: list[_Node] = []

    def run(self) -> _Node:
        root = self._start_value(self._take("value", _VALUE_MARKS), "", None, None)
        while self._open:
            self._advance(self._open[-1])
        self._take("end", _END_MARK)
        return root

    @property
    def _token(self) -> Span:
        return Span(self._start, self._end)

    @property
    def _path(self) -> Path:
        return tuple(node.step for node in self._open[1:])

    def _take(self, expected: Expected, allowed: str) -> str:
        """Step to the next token and return its mark, which must be one of `allowed`."""
        match = _TOKEN.match(self._text, self._end)
        assert match is not None, "the pattern matches nothing at all, too"
        token = match[1]
        mark = "" if token is None else _mark(token)
        if not mark or mark not in allowed:
            offset = match.end() if token is None else match.start(1)
            opened = Opened(self._open[-1].value.start, self._path) if self._open else None
            raise UnexpectedError(Spot(self._text, offset, expected, self._token, opened))
        self._start, self._end = match.span(1)
        return mark

    def _advance(self, parent: _Node) -> None:
        """Read the beginning of one member or element of the innermost open node, or its closing bracket."""
        expected: Expected
        expected, marks = ("key", _STRING_MARK) if parent.closer == "}" else ("value", _VALUE_MARKS)
        if not parent.children:
            mark = self._take(expected, marks + parent.closer)
        elif (mark := self._take("comma", "," + parent.closer)) == ",":
            mark = self._take(expected, marks)
        if mark == parent.closer:
            self._open.pop()
            parent.value = Span(parent.value.start, self._end)
        elif expected == "key":
            self._start_member(parent)
        else:
            index = len(parent.children)
            parent.children[index] = self._start_value(mark, index, None, None)

    def _start_member(self, parent: _Node) -> None:
        key = first_key = self._token
        name = json.loads(self._text[key.start : key.end])
        earlier = parent.children.get(name)
        if earlier is not None and earlier.first_key is not None:
            first_key = earlier.first_key
            self.duplicates.append(Duplicate((*self._path, name), first_key, key))
        self._take("colon", ":")
        parent.children[name] = self._start_value(self._take("value", _VALUE_MARKS), name, key, first_key)

    def _start_value(self, mark: str, step: str | int, key: Span | None, first_key: Span | None) -> _Node:
        closer = CLOSERS.get(mark, "")
        node = _Node(step, key, first_key, self._token, closer, {} if closer else _NO_CHILDREN)
        if closer:
            self._open.append(node)
        return node


def _mark(token: str) -> str:
    if not token:
        return _END_MARK
    return token[0] if token[0] in '"{}[]:,' else _SCALAR_MARK


def _table(root: _Node) -> SpanTable:
    table: dict[Path, NodeSpans] = {}
    pending: list[tuple[Path, _Node]] = [((), root)]
    while pending:
        path, node = pending.pop()
        table[path] = NodeSpans(node.key, node.value)
        pending.extend(((*path, step), child) for step, child in reversed(node.children.items()))
    return table
