"""Where exactly a text stops being JSON, and what else its tokens tell one by one: repeated keys, endless numbers.

Stricter than nobody: it accepts what RFC 8259 allows, like `json.loads`, which remains the judge. It keeps its own stack,
so that it may run in the midst of somebody's recursion.
"""

from __future__ import annotations

import json
import re
from typing import Final, Literal

from msgspec import Struct, field

from wxcc_lint.documents.model import Duplicate, Path
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
_NUMBER_START = "-0123456789"
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


def scan_duplicates(text: str) -> tuple[Duplicate, ...]:
    """Return all repeated keys, also those inside values that lost to a repeat; raises `UnexpectedError`."""
    scanner = _Scanner(text)
    scanner.run()
    return tuple(scanner.duplicates)


def scan_longest_number(text: str) -> Span:
    """Return the span of the longest number, an empty one when there is none; raises `UnexpectedError`."""
    scanner = _Scanner(text)
    scanner.run()
    return scanner.longest_number


class _Node(Struct):
    """A node whose bracket is open. It has no path of its own: deep in a large text those take much room."""

    step: str | int
    start: int
    closer: str
    count: int = 0
    keys: dict[str, Span] = field(default_factory=dict)


class _Scanner:
    def __init__(self, text: str) -> None:
        self.duplicates: list[Duplicate] = []
        self.longest_number = Span(0, 0)
        self._text = text
        self._start = self._end = 0
        self._open: list[_Node] = []

    def run(self) -> None:
        self._start_value(self._take("value", _VALUE_MARKS), "")
        while self._open:
            self._advance(self._open[-1])
        self._take("end", _END_MARK)

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
            opened = Opened(self._open[-1].start, self._path) if self._open else None
            raise UnexpectedError(Spot(self._text, offset, expected, self._token, opened))
        self._start, self._end = match.span(1)
        return mark

    def _advance(self, parent: _Node) -> None:
        """Read the beginning of one member or element of the innermost open node, or its closing bracket."""
        expected: Expected
        expected, marks = ("key", _STRING_MARK) if parent.closer == "}" else ("value", _VALUE_MARKS)
        if not parent.count:
            mark = self._take(expected, marks + parent.closer)
        elif (mark := self._take("comma", "," + parent.closer)) == ",":
            mark = self._take(expected, marks)
        if mark == parent.closer:
            self._open.pop()
        elif expected == "key":
            self._start_member(parent)
        else:
            self._start_value(mark, parent.count)
        parent.count += 1

    def _start_member(self, parent: _Node) -> None:
        key = self._token
        name = json.loads(self._text[key.start : key.end])
        if (first := parent.keys.setdefault(name, key)) is not key:
            self.duplicates.append(Duplicate((*self._path, name), first, key))
        self._take("colon", ":")
        self._start_value(self._take("value", _VALUE_MARKS), name)

    def _start_value(self, mark: str, step: str | int) -> None:
        if closer := CLOSERS.get(mark, ""):
            self._open.append(_Node(step, self._start, closer))
        elif self._text[self._start] in _NUMBER_START:
            self.longest_number = max(self.longest_number, self._token, key=lambda span: span.end - span.start)


def _mark(token: str) -> str:
    if not token:
        return _END_MARK
    return token[0] if token[0] in '"{}[]:,' else _SCALAR_MARK
