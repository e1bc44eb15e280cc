"""A line for each document: how much of it differs, and how grave that is."""

from __future__ import annotations

from wxcc_lint.diff.report import DiffReport
from wxcc_lint.reporters.diff_org import header_lines
from wxcc_lint.reporters.diff_words import (
    by_document,
    closing_line,
    counts_by_kind,
    counts_by_severity,
    document_words,
)
from wxcc_lint.reporters.screen import Line, Segment, paint


def render(report: DiffReport, *, color: bool = False, **_unused: object) -> str:
    """Return the counts of each document, and the closing line."""
    lines: list[Line] = [[Segment(line)] for line in header_lines(report)]
    lines += change_lines(report)
    lines += [[Segment(f"{one.document}: not compared: {one.reason}")] for one in report.uncovered]
    return paint([*lines, [Segment(closing_line(report), "bold")]], color=color)


def change_lines(report: DiffReport) -> list[Line]:
    """Return a line for each document that differs."""
    return [
        [
            Segment(document_words(title), "bold"),
            Segment(f": {counts_by_kind(changes)} ({counts_by_severity(changes)})"),
        ]
        for title, changes in by_document(report)
    ]
