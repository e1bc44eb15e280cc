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
from wxcc_lint.reporters.markdown_text import COMMENT_ROOM, code, comment, fitting, folded

_ROOM: Final = 120


def render(report: DiffReport, **_unused: object) -> str:
    """Return the comment: the counts, and below them what differs in each document, as much as a comment can hold."""
    parts = [f"**{closing_line(report)}**", f"{code(report.left.source)} → {code(report.right.source)}"]
    parts += [code(line) for line in header_lines(report)]
    gaps = fitting((f"* {code(one.document)}: {code(one.reason)}" for one in report.uncovered), COMMENT_ROOM // 4)
    room = COMMENT_ROOM - len("\n".join(parts + gaps))
    left_out = len(report.uncovered) - len(gaps)
    for title, changes in by_document(report):
        rows = fitting((_row(report, one) for one in changes), room - len(_document(report, title, changes, [])))
        left_out += len(changes) - len(rows)
        if rows:
            parts.append(_document(report, title, changes, rows))
            room -= len(parts[-1]) + 2
    return comment(parts, left_out, ["\n".join(["Not compared:", "", *gaps])] if gaps else [])


def _document(report: DiffReport, title: str, changes: list[ReportedChange], rows: list[str]) -> str:
    counts = f"{counts_by_kind(changes)} ({counts_by_severity(changes)})"
    remarks = (code(line) for line in document_lines(report, title))
    return folded(f"{code(document_words(title))}: {counts}", ("", "what", *side_names(report), "rule"), rows, remarks)


def _row(report: DiffReport, one: ReportedChange) -> str:
    kind = f"{one.kind}, {origin_words(report, one)}" if one.origin else one.kind
    left, right = (f"place {value}" if one.kind == "moved" else code(value) for value in pair(one, _ROOM))
    left = "" if one.kind in {"added", "ambiguous"} else left
    right = "" if one.kind in {"removed", "ambiguous"} else right
    what = code(way(one.words) or (one.message if one.kind == "ambiguous" else "the whole"))
    return f"| {kind} | {what} | {left} | {right} | {one.severity}: {code(one.rule)} |"
