"""Sources, patches and values as rows of pieces that a web page shows: a piece has the name of its look, or none."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby, takewhile
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.report import FindingFix, Severity, TextEdit
from wxcc_lint.reporters.diff_words import around, differing, stretch_around, told
from wxcc_lint.reporters.edited import edited
from wxcc_lint.reporters.excerpt import Mark, Window, windows
from wxcc_lint.reporters.screen import Line, Segment
from wxcc_lint.spans import Span, Text

_ROOM: Final = 220
"""Cells of a source line that are shown; the page breaks longer ones."""
_LONGEST: Final = 2000
"""Characters of a value that are shown."""
_SHORT: Final = 80
"""Characters up to which a list or an object stays on one line."""
_WORD: Final = 20
"""Characters by which a mark grows at most to hold whole words: nobody reads `tru` as a part of `true`."""
_CUT: Final = "…"
_TAB: Final = "    "


class Row(Struct, frozen=True):
    """A line of a source: its number, its pieces, and what is said about marks in it: the look of a mark and its note."""

    number: int
    pieces: Line
    notes: tuple[Segment, ...]
    follows_gap: bool


class PatchedLines(Struct, frozen=True):
    """Lines of a file before and after a fix, from line `number` on."""

    path: str
    number: int
    before: tuple[Line, ...]
    after: tuple[Line, ...]


def source_rows(text: Text, marks: Iterable[Mark], severity: Severity) -> Iterator[Row]:
    """Yield the lines where marks start, the main place in the look of its severity."""
    looked = [replace(mark, style=severity if mark.symbol == "^" else "related") for mark in marks]
    previous = None
    for number, window in windows(text, looked, _ROOM):
        notes = tuple(Segment(mark.note, mark.style) for mark in window.marks if mark.note)
        yield Row(number, _marked(window), notes, previous is not None and number > previous + 1)
        previous = number


def _marked(window: Window) -> Line:
    """Return the shown part of a line, cut wherever a mark begins or ends; where two meet, the narrower one is seen."""
    part = window.part
    spans = [(mark.columns(window.line), mark.style) for mark in window.marks]
    cuts = {part.start, part.end, *(at for span, _ in spans for at in (span.start, span.end))}
    ends = sorted(at for at in cuts if part.start <= at <= part.end)
    narrow_first = sorted(spans, key=lambda one: one[0].end - one[0].start)
    pieces = [Segment(_CUT)] if part.start else []
    for start, end in zip(ends, [*ends[1:], part.end], strict=True):
        pieces += [Segment("", style) for span, style in spans if span.start == span.end == start]
        style = next((style for span, style in narrow_first if span.start <= start < span.end), "")
        pieces += [Segment(window.line[start:end].replace("\t", _TAB), style)] if end > start else []
    return [*pieces, Segment(_CUT)] if part.end < len(window.line) else pieces


def patch(fix: FindingFix, texts: Mapping[str, Text]) -> Iterator[PatchedLines]:
    """Yield what a fix changes, a block for each run of lines that touch; nothing of files that nobody read."""
    edits = sorted(fix.edits, key=lambda edit: (edit.path, edit.start, edit.end))
    for path, in_file in groupby(edits, key=lambda edit: edit.path):
        if path in texts:
            yield from (_patched(path, texts[path], run) for run in _runs(texts[path], in_file))


def _runs(text: Text, edits: Iterable[TextEdit]) -> Iterator[list[TextEdit]]:
    run: list[TextEdit] = []
    for edit in edits:
        if run and text.locate(edit.start).line > text.locate(run[-1].end).line + 1:
            yield run
            run = []
        run.append(edit)
    yield run


def _patched(path: str, text: Text, edits: Sequence[TextEdit]) -> PatchedLines:
    first, last = text.locate(edits[0].start).line, text.locate(edits[-1].end).line
    end = text.offset(last + 1, 1) if last < text.line_count else len(text.text)
    stretch = Span(text.offset(first, 1), end)
    old, new = _lines(text.text[stretch.start : end]), _lines(edited(text, stretch, edits))
    shared = _shared(old, new)
    behind = _shared(old[shared:][::-1], new[shared:][::-1])
    old, new = old[shared : len(old) - behind], new[shared : len(new) - behind]
    if len(old) == len(new):
        pairs = [_compared(one, other, _ROOM) for one, other in zip(old, new, strict=True)]
        before, after = ([pair[side] for pair in pairs] for side in (0, 1))
    else:
        before, after = ([[Segment(around(line, Span(0, 0), _ROOM))] for line in side] for side in (old, new))
    return PatchedLines(path, first + shared, tuple(before), tuple(after))


def _lines(source: str) -> list[str]:
    text = Text(source)
    return [text.line(number).replace("\t", _TAB) for number in range(1, text.line_count + 1)]


def _shared(one: Sequence[str], other: Sequence[str]) -> int:
    """Return how many lines two runs begin with alike."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def value_rows(left: Any, right: Any, *, both: bool) -> tuple[list[Line], list[Line]]:
    """Return two values as rows; where there are `both`, what is not the same in them is marked."""
    if both and all(isinstance(value, str) or len(told(value)) <= _SHORT for value in (left, right)):
        old, new = _compared(told(left), told(right), _LONGEST)
        return [old], [new]
    return _rows(left), _rows(right)


def _rows(value: Any) -> list[Line]:
    text = told(value)
    if not isinstance(value, str) and len(text) > _SHORT:
        text = json.dumps(value, ensure_ascii=False, indent=2)
    return [[Segment(line)] for line in around(text, Span(0, 0), _LONGEST).split("\n")]


def _compared(left: str, right: str, room: int) -> tuple[Line, Line]:
    """Return two texts, each cut around the part that is not the same in the other one."""
    left_part, right_part = differing(left, right)
    return (
        _cut_around(left, _whole_words(left, left_part), room, "old"),
        _cut_around(right, _whole_words(right, right_part), room, "new"),
    )


def _whole_words(text: str, part: Span) -> Span:
    before = sum(1 for _ in takewhile(str.isalnum, reversed(text[max(0, part.start - _WORD) : part.start])))
    behind = sum(1 for _ in takewhile(str.isalnum, text[part.end : part.end + _WORD]))
    return Span(part.start - before, part.end + behind)


def _cut_around(text: str, part: Span, room: int, look: str) -> Line:
    shown = stretch_around(text, part, room)
    end = min(part.end, shown.end)
    pieces = [
        Segment(_CUT if shown.start else ""),
        Segment(text[shown.start : part.start]),
        Segment(text[part.start : end], look),
        Segment(text[end : shown.end]),
        Segment(_CUT if shown.end < len(text) else ""),
    ]
    return [piece for piece in pieces if piece.text]
