"""The contract of comparisons, version 1, as JSON: schemas/diff-report.schema.json describes it."""

from __future__ import annotations

from typing import Any

from msgspec import to_builtins

from wxcc_lint import __version__
from wxcc_lint.diff.objects import SalesforceInfo, SourceInfo
from wxcc_lint.diff.report import DiffReport, DriftFacts, ReportedChange
from wxcc_lint.report import Location
from wxcc_lint.reporters.ascii_json import ascii_json

_CONTRACT = 1


def render(report: DiffReport, **_unused: object) -> str:
    """Return the report as JSON with the contract's order of keys, in ASCII: any stream takes it, no terminal obeys it."""
    return ascii_json(as_document(report))


def as_document(report: DiffReport) -> dict[str, Any]:
    """Return the report as the contract has it."""
    contract: dict[str, Any] = {
        "version": _CONTRACT,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "left": _source(report.left),
        "right": _source(report.right),
        "changes": [_change(one) for one in report.changes],
        "uncovered": [to_builtins(one) for one in report.uncovered],
        "summary": to_builtins(report.summary),
    }
    if report.drift is not None:
        contract |= {"attribution": _attribution(report.drift), "reach": _reach(report.drift)}
    return contract


def _source(info: SourceInfo) -> dict[str, object]:
    half = info.salesforce
    return {
        "source": info.source,
        "orgName": info.org_name,
        "orgId": info.org_id,
        "datacenter": info.datacenter,
        "sandbox": info.sandbox,
        "readAt": info.read_at,
        **({} if half is None else {"salesforce": _salesforce(half)}),
    }


def _salesforce(half: SalesforceInfo) -> dict[str, object]:
    return {"orgName": half.org_name, "orgId": half.org_id, "instance": half.instance, "sandbox": half.sandbox}


def _attribution(drift: DriftFacts) -> list[dict[str, object]]:
    return [
        {"document": title, "by": one.by, "when": one.when, "evidence": "last-save" if one.is_proof else "hint"}
        for title, one in sorted(drift.saved.items())
    ]


def _reach(drift: DriftFacts) -> list[dict[str, object]]:
    return [
        {
            "document": title,
            "teams": one.teams,
            "teamsByDefault": one.by_default,
            "desktopProfiles": one.profiles,
            "agents": one.agents,
        }
        for title, one in sorted(drift.reach.items())
    ]


def _change(one: ReportedChange) -> dict[str, object]:
    return {
        "kind": one.kind,
        "document": one.document,
        "at": one.at,
        "left": one.left,
        "right": one.right,
        "severity": one.severity,
        "rule": one.rule,
        "origin": one.origin,
        "fingerprint": one.fingerprint,
        "leftLocation": _place(one.left_location),
        "rightLocation": _place(one.right_location),
        "message": one.message,
    }


def _place(location: Location | None) -> dict[str, object] | None:
    return None if location is None else {"path": location.path, "line": location.line, "column": location.column}
