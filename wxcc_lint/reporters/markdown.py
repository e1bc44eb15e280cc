"""Findings as the comment of a pull request: a folded table for each file."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from wxcc_lint.report import SEVERITIES, Finding, Report
from wxcc_lint.reporters.closing import closing_line
from wxcc_lint.reporters.finding_words import gap_sentence, headline
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.reporters.markdown_text import COMMENT_ROOM, code, comment, fitting, folded

_ROOM: Final = 500
"""Characters of a sentence."""
_ICONS: Final = {"error": ":x:", "warning": ":warning:", "info": ":information_source:"}
_COLUMNS: Final = ("", "line", "what", "rule")


def render(report: Report, **_unused: object) -> str:
    """Return the comment: the counts, and below them what is wrong in each file, as much as a comment can hold."""
    parts = [f"**{closing_line(report.summary, report.left_out)}**", *map(code, report.header)]
    gaps = fitting((f"* {code(_cut(gap_sentence(gap)))}" for gap in report.gaps), COMMENT_ROOM // 4)
    room = COMMENT_ROOM - len("\n".join(parts + gaps))
    left_out = len(report.gaps) - len(gaps)
    for path, group in groupby(report.findings, key=lambda one: one.location.path):
        findings = list(group)
        title = f"{code(path)}: {_counts(findings)}"
        rows = fitting(map(_row, findings), room - len(folded(title, _COLUMNS, [])))
        left_out += len(findings) - len(rows)
        if rows:
            parts.append(folded(title, _COLUMNS, rows))
            room -= len(parts[-1]) + 2
    return comment(parts, left_out, gaps)


def _counts(findings: list[Finding]) -> str:
    numbers = {severity: sum(one.severity == severity for one in findings) for severity in SEVERITIES}
    return ", ".join(f"{number} {name}{'s'[: number > 1]}" for name, number in numbers.items() if number)


def _row(one: Finding) -> str:
    what = code(_cut(headline(one)))
    if one.help:
        what += f"<br>help: {code(_cut(printable(one.help)))}"
    rule = f"[{code(one.rule)}]({one.docs})" if one.docs else code(one.rule)
    return f"| {_ICONS[one.severity]} {one.severity} | {one.location.line} | {what} | {rule} |"


def _cut(text: str) -> str:
    return text if len(text) <= _ROOM else f"{text[:_ROOM]}…"
