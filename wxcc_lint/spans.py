"""Character offsets, and the lines and columns people see. The lowest layer: it knows nothing of documents."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple

from msgspec import Struct

_LINE_BREAK = re.compile(r"\r\n|\n|\r")


# gc=False: a span holds two numbers, which the garbage collector can leave alone.
class Span(Struct, frozen=True, order=True, gc=False):
    """A stretch of text: 0-based code point offsets, `end` exclusive."""

    start: int
    end: int

    def shift(self, by: int) -> Span:
        """Return the same stretch `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies inside this span."""
        return self.start <= other.start and other.end <= self.end


class Position(NamedTuple):
    """A place as people count it: 1-based line and column, a column being one code point."""

    line: int
    column: int


class Text:
    r"""A text with an index of its lines, built the first time somebody asks for a line.

    Line breaks are `\n`, `\r\n` and `\r`, nothing else: U+2028 or a form feed is an ordinary character, as in editors.
    """

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        return [0, *(match.end() for match in _LINE_BREAK.finditer(self.text))]

    @property
    def line_count(self) -> int:
        """How many lines there are; an empty text has one."""
        return len(self._starts)

    def locate(self, offset: int) -> Position:
        """Return line and column of a character offset; offsets past the end point behind the last character."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._starts, offset)
        return Position(line, offset - self._starts[line - 1] + 1)

    def offset(self, line: int, column: int) -> int:
        """Return the character offset of a 1-based line and column, clamped to the text."""
        line = max(1, min(line, self.line_count))
        return min(self._starts[line - 1] + max(column, 1) - 1, len(self.text))

    def line(self, number: int) -> str:
        """Return a line without its line break."""
        start = self._starts[number - 1]
        end = self._starts[number] if number < self.line_count else len(self.text)
        return self.text[start:end].rstrip("\r\n")
