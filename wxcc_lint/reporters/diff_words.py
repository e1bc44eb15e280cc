"""What the reports of a comparison say alike: documents, ways, values, counts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Mapping
from itertools import groupby
from typing import Any, Final

from wxcc_lint.diff.changes import ChangeKind, Origin
from wxcc_lint.diff.report import DiffReport, InnerChange, ReportedChange
from wxcc_lint.report import SEVERITIES
from wxcc_lint.reporters.closing import counted
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.spans import Span

ARROW: Final = " → "
_CUT: Final = "…"
_KINDS: Final[tuple[ChangeKind, ...]] = ("changed", "added", "removed", "renamed", "moved", "ambiguous")
ONE_SIDED: Final = {
    ("added", False): "only on the right",
    ("removed", False): "only on the left",
    ("added", True): "only in the org",
    ("removed", True): "missing in the org",
}
"""What is told of a whole object that one side lacks, in a comparison and of drift."""
_OBJECTS: Final[Mapping[str, str]] = {"callcenter": "call center"}
ORIGINS: Final[Mapping[Origin, str]] = {
    "repo": "only the left side changed it",
    "org": "only the right side changed it",
    "both": "both sides changed it alike",
    "conflict": "conflict: both sides changed it",
    "unknown": "nobody knows who changed it: the base does not tell what it was",
}
"""Of a three-way comparison: who made a change since the base."""
_ORIGINS_OF_DRIFT: Final[Mapping[Origin, str]] = {
    "repo": "the files changed it: not deployed yet",
    "org": "the org changed it: by hand",
    "both": "files and org changed it alike",
    "conflict": "conflict: files and org changed it",
    "unknown": ORIGINS["unknown"],
}


def origin_words(report: DiffReport, one: ReportedChange) -> str:
    """Return who made a change since the base; nothing without one."""
    if one.origin is None:
        return ""
    return (ORIGINS if report.drift is None else _ORIGINS_OF_DRIFT)[one.origin]


def side_names(report: DiffReport) -> tuple[str, str]:
    """Return what the sides are called above columns."""
    return ("left", "right") if report.drift is None else ("files", "org")


def by_document(report: DiffReport) -> Iterable[tuple[str, list[ReportedChange]]]:
    """Yield the changes of each document, in the order of the report."""
    return ((title, list(group)) for title, group in groupby(report.changes, key=lambda one: one.document))


def document_words(title: str) -> str:
    """Return what people call a document: `layout 'Salesforce Agents'`."""
    kind, _, name = title.partition(":")
    return f"{_OBJECTS.get(kind, kind)} '{name}'"


def way(words: Iterable[str]) -> str:
    """Return the way to a change on one line."""
    return " › ".join(words)  # noqa: RUF001 — as people write a way through menus


def told(value: Any) -> str:
    """Return a value on one line: a text in quotes, anything else as JSON."""
    return printable(f"'{value}'" if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def values(one: ReportedChange | InnerChange, room: int, *, is_drift: bool = False) -> str:
    """Return what a change says on one line; long values are cut to about `room` characters around what differs."""
    if isinstance(one, ReportedChange) and one.kind == "ambiguous":
        return one.message
    if not one.words and one.kind in {"added", "removed"}:
        return ONE_SIDED[one.kind, is_drift]
    left, right = pair(one, room)
    return {"added": right, "removed": left}.get(one.kind, f"{left}{ARROW}{right}")


def pair(one: ReportedChange | InnerChange, room: int) -> tuple[str, str]:
    """Return both values of a change, cut to about `room` characters around what differs."""
    left, right = told(one.left), told(one.right)
    left_part, right_part = differing(left, right)
    if one.kind in {"added", "removed"}:
        left_part = right_part = Span(0, 0)
    return around(left, left_part, room), around(right, right_part, room)


def around(text: str, part: Span, room: int) -> str:
    """Return about `room` characters of a text, from a little before a part of it."""
    shown = stretch_around(text, part, room)
    before, behind = ("" if at else _CUT for at in (shown.start == 0, shown.end == len(text)))
    return f"{before}{text[shown.start : shown.end]}{behind}"


def stretch_around(text: str, part: Span, room: int) -> Span:
    """Return which characters of a text to show where there is room for some around a part of it."""
    start = max(0, min(part.start - room // 3, len(text) - room))
    return Span(start, min(start + room, len(text)))


def differing(left: str, right: str) -> tuple[Span, Span]:
    """Return the stretch of each text that is not the same in the other one."""
    shorter = min(len(left), len(right))
    start = next((at for at in range(shorter) if left[at] != right[at]), shorter)
    left_end, right_end = len(left), len(right)
    while min(left_end, right_end) > start and left[left_end - 1] == right[right_end - 1]:
        left_end, right_end = left_end - 1, right_end - 1
    return Span(start, left_end), Span(start, right_end)


def counts_by_kind(changes: Iterable[ReportedChange]) -> str:
    """Return how many changes there are of each kind: `2 changed, 1 added`."""
    counts = Counter(one.kind for one in changes)
    return ", ".join(f"{counts[kind]} {kind}" for kind in _KINDS if counts[kind])


def counts_by_severity(changes: Iterable[ReportedChange]) -> str:
    """Return how grave the changes are: `1 error, 2 infos`."""
    counts = Counter(one.severity for one in changes)
    return ", ".join(counted(counts[severity], severity) for severity in SEVERITIES if counts[severity])


def closing_line(report: DiffReport) -> str:
    """Return the counts in a sentence. What was not compared never reads as the same."""
    left_out = {
        "ignored": report.summary.ignored,
        "in the baseline": report.summary.baselined,
        "not compared": report.summary.uncovered,
    }
    rest = ", ".join(f"{number} {word}" for word, number in left_out.items() if number)
    nothing = "No differences" if report.drift is None else "No drift"
    if report.summary.uncovered and not report.changes:
        return f"{rest}; {nothing.lower()} in the rest."
    found = f"{counted(len(report.changes), 'change')}: {counts_by_kind(report.changes)}" if report.changes else nothing
    return f"{found} ({rest})." if rest else f"{found}."
