"""A comparison as the comment of a pull request: a folded table for each document."""

from __future__ import annotations

from typing import Final

from wxcc_lint.diff.report import DiffReport, ReportedChange
from wxcc_lint.reporters.diff_org import document_lines, header_lines
from wxcc_lint.reporters.diff_words import (
    by_document,
    closing_line,
    counts_by_kind,
    counts_by_severity,
    document_words,
    origin_words,
    pair,
    side_names,
    way,
)
from wxcc_lint.reporters.markdown_text import code

_ROOM: Final = 120


def render(report: DiffReport, **_unused: object) -> str:
    """Return the comment: the counts, and below them what differs in each document."""
    parts = [f"**{closing_line(report)}**", f"{code(report.left.source)} → {code(report.right.source)}"]
    parts += [code(line) for line in header_lines(report)]
    parts += [_document(report, title, changes) for title, changes in by_document(report)]
    if report.uncovered:
        rows = [f"* {code(one.document)}: {code(one.reason)}" for one in report.uncovered]
        parts.append("\n".join(["Not compared:", "", *rows]))
    return "\n\n".join(parts) + "\n"


def _document(report: DiffReport, title: str, changes: list[ReportedChange]) -> str:
    left, right = side_names(report)
    counts = f"{counts_by_kind(changes)} ({counts_by_severity(changes)})"
    return "\n".join(
        [
            f"<details><summary>{code(document_words(title))}: {counts}</summary>",
            "",
            *(part for line in document_lines(report, title) for part in (code(line), "")),
            f"| | what | {left} | {right} | rule |",
            "|---|---|---|---|---|",
            *(_row(report, one) for one in changes),
            "",
            "</details>",
        ]
    )


def _row(report: DiffReport, one: ReportedChange) -> str:
    kind = f"{one.kind}, {origin_words(report, one)}" if one.origin else one.kind
    left, right = (f"place {value}" if one.kind == "moved" else code(value) for value in pair(one, _ROOM))
    left = "" if one.kind in {"added", "ambiguous"} else left
    right = "" if one.kind in {"removed", "ambiguous"} else right
    what = code(way(one.words) or (one.message if one.kind == "ambiguous" else "the whole"))
    return f"| {kind} | {what} | {left} | {right} | {one.severity}: {code(one.rule)} |"
