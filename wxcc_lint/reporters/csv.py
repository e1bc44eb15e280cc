"""Findings as a table, for auditors."""

from __future__ import annotations

from typing import Final

from wxcc_lint.report import Finding, Report
from wxcc_lint.reporters.spreadsheet import table

_COLUMNS: Final = (
    *("severity", "rule", "message", "environment", "subject", "path", "line", "column", "endLine", "endColumn"),
    *("at", "help", "fix", "docs", "fingerprint"),
)
"""Named as in the JSON report."""


def render(report: Report, **_unused: object) -> str:
    """Return a row a finding below the names of the columns; what was left out is told in rows without a rule."""
    gaps = [("", "", f"left out: {gap.reason}", "", gap.subject, *[""] * 10) for gap in report.gaps]
    return table([_COLUMNS, *map(_row, report.findings), *gaps])


def _row(one: Finding) -> tuple[str | int | None, ...]:
    place = one.location
    fix = ("safe" if one.fix.safe else "unsafe") if one.fix else ""
    return (
        *(one.severity, one.rule, one.message, one.environment, one.subject),
        *(place.path, place.line, place.column, place.end_line, place.end_column),
        *(one.at, one.help, fix, one.docs, one.fingerprint),
    )
