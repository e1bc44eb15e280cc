"""The report contract, version 1, as JSON: schemas/report.schema.json describes it."""

from __future__ import annotations

from typing import Any

from msgspec import to_builtins

from wxcc_lint import __version__
from wxcc_lint.report import Finding, Gap, Location, Report
from wxcc_lint.reporters.ascii_json import ascii_json

_CONTRACT = 1
_FOR_PEOPLE = {"fixed", "waiting"}
"""Counts of what `--fix` did, which the contract does not have."""


def render(report: Report, **_unused: object) -> str:
    """Return the report as JSON with the contract's order of keys, in ASCII: any stream takes it, no terminal obeys it."""
    return ascii_json(as_document(report))


def as_document(report: Report) -> dict[str, Any]:
    """Return the report as the contract has it."""
    return {
        "version": _CONTRACT,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "covers": list(report.environments),
        "findings": [_finding(finding) for finding in report.findings],
        "uncovered": [_gap(gap) for gap in report.gaps],
        "summary": {key: count for key, count in to_builtins(report.summary).items() if key not in _FOR_PEOPLE},
    }


def _finding(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "severity": finding.severity,
        "message": finding.message,
        "environment": finding.environment,
        "subject": finding.subject,
        **_place(finding.location),
        "at": finding.at,
        "help": finding.help,
        "docs": finding.docs,
        "fingerprint": finding.fingerprint,
        "fix": to_builtins(finding.fix) if finding.fix else None,
        "related": [{**_place(related.location), "message": related.message} for related in finding.related],
    }


def _gap(gap: Gap) -> dict[str, object]:
    return {"document": gap.subject, "reason": gap.reason, "exitCode": gap.exit_code}


def _place(location: Location) -> dict[str, object]:
    return {
        "path": location.path,
        "line": location.line,
        "column": location.column,
        "endLine": location.end_line,
        "endColumn": location.end_column,
    }
