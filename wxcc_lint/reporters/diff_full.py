"""A comparison for people: a tree of what differs, old and new value, and what it means for agents."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby, takewhile, zip_longest
from typing import Final

from wxcc_lint.diff.changes import ChangeKind
from wxcc_lint.diff.report import DiffReport, InnerChange, ReportedChange
from wxcc_lint.report import Location
from wxcc_lint.reporters.diff_org import document_lines, header_lines
from wxcc_lint.reporters.diff_words import (
    ARROW,
    by_document,
    closing_line,
    differing,
    document_words,
    origin_words,
    told,
    values,
    way,
)
from wxcc_lint.reporters.excerpt import FRAME_STYLE, Mark, excerpt
from wxcc_lint.reporters.screen import SEVERITY_STYLES, Line, Segment, paint, room_beside, wrap
from wxcc_lint.spans import Span, Text

_STEP: Final = 2
_WIDE: Final = 140
"""Cells from which long values stand side by side."""
_LEAST: Final = 20
_SIGNS: Final[dict[ChangeKind, tuple[str, str]]] = {
    "added": ("+", "green"),
    "removed": ("-", "red"),
    "changed": ("~", "yellow"),
    "renamed": ("=", "yellow"),
    "moved": (">", "blue"),
    "ambiguous": ("?", "magenta"),
}
"""The sign before a change, and its style."""
_VERBS: Final[dict[ChangeKind, str]] = {"renamed": "renamed, ", "moved": "moved, place "}


def render(report: DiffReport, *, color: bool = False, width: int = 100) -> str:
    """Return the changes of each document as a tree that fits `width` cells, and the closing line.

    Ways to a change and names of rules are never broken, so those lines may be longer.
    """
    lines: list[Line] = [[Segment(line)] for line in header_lines(report)]
    lines += [[]] if lines else []
    writer = _Writer(report, width)
    for title, changes in by_document(report):
        lines.append([Segment(document_words(title), "bold"), Segment(files(changes))])
        lines += [[Segment(f"  {line}", FRAME_STYLE)] for line in document_lines(report, title)]
        lines += [*writer.tree(changes, 0, _STEP), []]
    if report.uncovered:
        lines.append([Segment("not compared", "bold")])
        lines += [[Segment(f"  {one.document}: {one.reason}")] for one in report.uncovered]
        lines.append([])
    return paint([*lines, [Segment(closing_line(report), "bold")]], color=color)


def files(changes: Sequence[ReportedChange]) -> str:
    """Return where the sides of a document stand, behind its name."""
    sides = ([one.left_location for one in changes], [one.right_location for one in changes])
    paths = (next((place.path for place in side if place), None) for side in sides)
    known = ARROW.join(path for path in paths if path)
    return f"  {known}" if known else ""


class _Writer:
    """Writes the changes of a report; what a rule means is said at its first change."""

    def __init__(self, report: DiffReport, width: int) -> None:
        self._report = report
        self._width = width
        self._explained: set[str] = set()

    def tree(self, changes: Sequence[ReportedChange], depth: int, indent: int) -> Iterator[Line]:
        """Yield the lines of changes that have their first `depth` words in common."""
        for _, same_word in groupby(changes, key=lambda one: one.words[depth : depth + 1]):
            group = list(same_word)
            shared = _shared([one.words for one in group])
            if len(group) == 1 or shared == depth:
                for one in group:
                    yield from self._change(one, way(one.words[depth:]), indent)
            else:
                yield [Segment(" " * indent + way(group[0].words[depth:shared]))]
                yield from self.tree(group, shared, indent + _STEP)

    def _change(self, one: ReportedChange, label: str, indent: int) -> Iterator[Line]:
        sign, style = _SIGNS[one.kind]
        grade = Segment(f"  {one.severity}[{one.rule}]", SEVERITY_STYLES[one.severity])
        origin = Segment(f"  ({origin_words(self._report, one)})" if one.origin else "", "bold")
        begin = (f"{label}: " if label else "") + _VERBS.get(one.kind, "")
        room = self._width - indent - len(f"{sign} {begin}{grade.text}{origin.text}")
        is_long = one.kind == "changed" and len(told(one.left)) + len(told(one.right)) + len(ARROW) > room
        head = (
            (label or "itself")
            if is_long
            else begin + values(one, max(room, _LEAST), is_drift=self._report.drift is not None)
        )
        yield [Segment(f"{'':{indent}}{sign} ", style), Segment(head), grade, origin]
        if is_long and one.inner:
            yield from (_inner(part, indent + _STEP, self._width) for part in one.inner)
        elif is_long:
            yield from self._long(told(one.left), told(one.right), indent + _STEP)
        if one.why and one.rule not in self._explained:
            self._explained.add(one.rule)
            rows = wrap(f"why: {one.why}", room_beside(indent + _STEP, self._width))
            yield from ([Segment(" " * (indent + _STEP) + row, FRAME_STYLE)] for row in rows)

    def _long(self, left: str, right: str, indent: int) -> Iterator[Line]:
        """Yield two long values with marks under what is not the same, one below or beside the other."""
        left_part, right_part = differing(left, right)
        is_wide = self._width >= _WIDE
        room = (self._width - indent) // 2 if is_wide else self._width - indent
        before = _marked(left, left_part, "- ", "red", room)
        after = _marked(right, right_part, "+ ", "green", room)
        lines = _side_by_side(before, after, room) if is_wide else [*before, *after]
        yield from ([Segment(" " * indent), *line] for line in lines)


def _inner(part: InnerChange, indent: int, width: int) -> Line:
    """Return a part of a list or object that differs."""
    sign, style = _SIGNS[part.kind]
    begin = f"{', '.join(part.words)}: "
    room = max(width - indent - len(begin) - len(sign) - 1, _LEAST)
    return [Segment(f"{'':{indent}}{sign} ", style), Segment(begin + values(part, room))]


def _shared(ways: Sequence[tuple[str, ...]]) -> int:
    """Return how many words some ways begin with alike."""
    return sum(1 for _ in takewhile(lambda words: len(set(words)) == 1, zip(*ways, strict=False)))


def _marked(value: str, part: Span, sign: str, style: str, room: int) -> list[Line]:
    """Return a value, cut around a part of it, and a row with marks under that part."""
    mark = Mark(Location("", 1, part.start + 1, 1, part.end + 1), "^", style)
    shown, *marks = excerpt(Text(value), [mark], 0, room)
    return [[Segment(sign, style), *_unframed(shown)], *([Segment("  "), *_unframed(row)] for row in marks)]


def _unframed(line: Line) -> Line:
    """Return a line of an excerpt without the frame on its left."""
    _, *rest = line
    return [Segment(segment.text.removeprefix(" "), segment.style) for segment in rest]


def _side_by_side(before: list[Line], after: list[Line], room: int) -> list[Line]:
    from rich.cells import cell_len

    lines = []
    nothing: Line = []
    for left, right in zip_longest(before, after, fillvalue=nothing):
        taken = sum(cell_len(segment.text) for segment in left)
        lines.append([*left, Segment(" " * max(room - taken, 1)), *right])
    return lines
