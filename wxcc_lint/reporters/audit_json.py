"""The contract of audits, version 1: that of checks, with the orgs, the changes and what was not looked at."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from msgspec import to_builtins
from msgspec.structs import replace

from wxcc_lint import __version__
from wxcc_lint.audit_report import Audited, AuditReport
from wxcc_lint.reporters import diff_json, json as check_json


def as_document(report: AuditReport) -> dict[str, Any]:
    """Return the report of one environment."""
    checked = check_json.as_document(replace(report.findings, gaps=report.undrifted))
    compared = diff_json.as_document(report.drift)
    return {
        "version": checked["version"],
        "tool": checked["tool"],
        "environment": report.environment,
        "org": compared["right"],
        "findings": checked["findings"],
        "changes": compared["changes"],
        "driftSkipped": checked["uncovered"],
        "uncovered": [to_builtins(one) for one in (*report.uncovered, *report.unseen)],
        "summary": {
            **checked["summary"],
            "changes": len(report.drift.changes),
            "unread": len(report.uncovered),
            "unseen": len(report.unseen),
        },
    }


def as_fleet(audited: Sequence[Audited]) -> dict[str, Any]:
    """Return the reports of several environments as one object; of one that could not be read, why."""
    return {
        "version": 1,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "environments": [_one(each) for each in audited],
    }


def _one(each: Audited) -> dict[str, Any]:
    held = {} if each.report is None else as_document(each.report)
    told = {key: value for key, value in held.items() if key not in {"version", "tool"}}
    return {"environment": each.environment, "failure": each.failure or None, **told}
