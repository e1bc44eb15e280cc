"""Findings as the comment of a pull request: a folded table for each file."""

from __future__ import annotations

from itertools import groupby
from typing import Final

from wxcc_lint.report import SEVERITIES, Finding, Report
from wxcc_lint.reporters.closing import closing_line
from wxcc_lint.reporters.finding_words import gap_sentence, headline
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.reporters.markdown_text import code

_MOST: Final = 60_000
"""Characters; GitHub refuses a comment of more than 65,536."""
_ROOM: Final = 500
_ICONS: Final = {"error": ":x:", "warning": ":warning:", "info": ":information_source:"}


def render(report: Report, **_unused: object) -> str:
    """Return the comment: the counts, and below them what is wrong in each file, as much as a comment can hold."""
    parts = [f"**{closing_line(report.summary)}**"]
    room, left_out = _MOST, 0
    for path, group in groupby(report.findings, key=lambda one: one.location.path):
        findings = list(group)
        rows: list[str] = []
        for one in findings:
            row = _row(one)
            room -= len(row) + 1
            if room >= 0:
                rows.append(row)
        left_out += len(findings) - len(rows)
        room -= len(path)
        if rows:
            parts.append(_file(path, findings, rows))
    if left_out:
        parts.append(f"{left_out} more did not fit in here: run `wxcc-lint check`.")
    parts += [f"* {code(gap_sentence(gap))}" for gap in report.gaps]
    return "\n\n".join(parts) + "\n"


def _file(path: str, findings: list[Finding], rows: list[str]) -> str:
    numbers = {severity: sum(one.severity == severity for one in findings) for severity in SEVERITIES}
    counts = ", ".join(f"{number} {name}{'s'[: number > 1]}" for name, number in numbers.items() if number)
    head = f"<details><summary>{code(path)}: {counts}</summary>"
    return "\n".join([head, "", "| | line | what | rule |", "|---|---|---|---|", *rows, "", "</details>"])


def _row(one: Finding) -> str:
    what = code(_cut(headline(one)))
    if one.help:
        what += f"<br>help: {code(_cut(printable(one.help)))}"
    rule = f"[{code(one.rule)}]({one.docs})" if one.docs else code(one.rule)
    return f"| {_ICONS[one.severity]} {one.severity} | {one.location.line} | {what} | {rule} |"


def _cut(text: str) -> str:
    return text if len(text) <= _ROOM else f"{text[:_ROOM]}…"
