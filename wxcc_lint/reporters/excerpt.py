"""Lines of a file with marks under the places that matter, cut so that each line fits the screen."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby

from msgspec import Struct

from wxcc_lint.report import Location
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.reporters.screen import Line, Segment, room_beside, wrap
from wxcc_lint.spans import Span, Text

FRAME_STYLE = "dim"
_TAB = "    "
_CUT = "…"


class Mark(Struct, frozen=True):
    """A place to underline with `symbol`, one cell wide, and what to say about it."""

    location: Location
    symbol: str
    style: str
    label: str = ""

    @property
    def note(self) -> str:
        """The label, and before it how far a place goes that does not end in the line where it starts."""
        last = self.location.end_line
        if self.location.end_column == 1:
            last -= 1  # the end is exclusive: nothing of that line is meant
        reach = f"(to line {last}) " if last > self.location.line else ""
        return printable(f"{reach}{self.label}").strip()

    def columns(self, line: str) -> Span:
        """Return the 0-based columns to underline in `line`, the one where the place starts."""
        start = min(self.location.column - 1, len(line))
        end = self.location.end_column - 1 if self.location.end_line == self.location.line else len(line)
        return Span(start, max(start, min(end, len(line))))


def bar(gutter: int, number: int | None = None) -> Segment:
    """Return the frame left of an excerpt: a line number or none, right-aligned in `gutter` cells, and a bar."""
    return Segment(f"{'' if number is None else number:>{gutter}} |", FRAME_STYLE)


def excerpt(text: Text, marks: Iterable[Mark], gutter: int, width: int) -> list[Line]:
    """Return the lines of `text` where marks start, each with its marks below; gaps between them become `...`.

    `gutter` is the room for line numbers, `width` that for whole lines, both in cells. A long line is shown around its
    marks only, and more than once when they stand too far apart.
    """
    room = room_beside(gutter + len(" | "), width)
    lines: list[Line] = []
    previous: int | None = None
    for number, window in windows(text, marks, room):
        if previous is not None and number > previous + 1:
            lines.append([Segment("...", FRAME_STYLE)])
        lines.append([bar(gutter, number), Segment(f" {window.shown}" if window.shown else "")])
        lines += [[bar(gutter), Segment(f" {row}", mark.style)] for mark in window.marks for row in window.rows(mark)]
        previous = number
    return lines


def windows(text: Text, marks: Iterable[Mark], room: int) -> Iterator[tuple[int, Window]]:
    """Yield what to show of each line where marks start, with its number; a long line more than once if need be."""
    in_order = sorted(marks, key=lambda mark: (mark.location.line, mark.location.column))
    for number, group in groupby(in_order, key=lambda mark: mark.location.line):
        yield from ((number, window) for window in _windows(text.line(number), group, room))


class Window(Struct, frozen=True):
    """The `part` of a line that is shown in `room` cells, and the marks that stand in it."""

    line: str
    part: Span
    room: int
    marks: tuple[Mark, ...]

    @property
    def shown(self) -> str:
        """What is seen of the line, with a sign where it was cut."""
        return self._until(self.part.end) + (_CUT if self.part.end < len(self.line) else "")

    def shows(self, mark: Mark) -> bool:
        """Tell whether the whole of a mark stands in this window; one of no width needs a character to stand under."""
        span = mark.columns(self.line)
        return self.part.end == len(self.line) or max(span.end, span.start + 1) <= self.part.end

    def rows(self, mark: Mark) -> list[str]:
        """Return the underline with the mark's note behind it, or below it where that would not fit."""
        span = mark.columns(self.line)
        start = _cells(self._until(span.start))
        end = _cells(self._until(min(span.end, self.part.end)))
        under = " " * start + mark.symbol * max(1, end - start)
        behind = f"{under} {mark.note}".rstrip()
        if _cells(behind) <= self.room:
            return [behind]
        indent = max(0, min(start, self.room - _cells(mark.note)))
        return [under, *(" " * indent + row for row in wrap(mark.note, self.room - indent))]

    def _until(self, column: int) -> str:
        """Return what is shown before a 0-based column of the line."""
        return (_CUT if self.part.start else "") + _on_screen(self.line[self.part.start : column])


def _windows(line: str, marks: Iterable[Mark], room: int) -> list[Window]:
    """Return as few windows as show all marks, which come in the order of their columns."""
    windows: list[Window] = []
    for mark in marks:
        wider = _window(line, (*windows[-1].marks, mark), room) if windows else None
        if wider and wider.shows(mark):
            windows[-1] = wider
        else:
            windows.append(_window(line, (mark,), room))
    return windows


def _window(line: str, marks: tuple[Mark, ...], room: int) -> Window:
    """Return the part of a line around marks: at most three quarters of the room for them, the rest for both sides."""
    start = end = marks[0].columns(line).start
    last = max(mark.columns(line).end for mark in marks)
    left = room - 2 * len(_CUT)
    for_context = left // 4
    while end < last and left - _cost(line[end]) >= for_context:
        left -= _cost(line[end])
        end += 1
    growing = True
    while growing:
        growing = False
        if start > 0 and _cost(line[start - 1]) <= left:
            start, left, growing = start - 1, left - _cost(line[start - 1]), True
        if end < len(line) and _cost(line[end]) <= left:
            end, left, growing = end + 1, left - _cost(line[end]), True
    return Window(line, Span(start, end), room, marks)


@lru_cache(maxsize=1024)
def _cost(character: str) -> int:
    """Return the cells to reserve for a character: never 0, or a line of combining marks would have no end."""
    return max(1, _cells(_on_screen(character)))


def _on_screen(text: str) -> str:
    return printable(text.replace("\t", _TAB))


def _cells(text: str) -> int:
    from rich.cells import cell_len

    return cell_len(text)
