"""Reports that were written as JSON, read again and joined: one report for all runs of a fleet."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.diff.objects import SourceInfo, Uncovered
from wxcc_lint.diff.report import DiffReport, DiffSummary, DriftFacts, ReportedChange
from wxcc_lint.findings import order_of
from wxcc_lint.report import SEVERITIES, Finding, FindingFix, Gap, Location, Related, Report, Summary, TextEdit
from wxcc_lint.reporters.diff_findings import as_findings
from wxcc_lint.rules import RuleSet
from wxcc_lint.schema import Schema, load_schema, schema_findings
from wxcc_lint.verdict import docs_of, summary_of

_CONTRACT: Final = 1


class MergeError(Exception):
    """A sentence that tells why something is no report."""


class Run(Struct, frozen=True):
    """What one run told. `is_complete`: all that it was asked to read was read."""

    report: Report
    is_complete: bool = True


def read_runs(data: bytes) -> Iterator[Run]:
    """Yield the runs in a report of `check`, `audit`, `drift` or `diff`; of a whole fleet several. Raises MergeError."""
    try:
        document = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise MergeError("is not JSON") from error
    tool = document.get("tool") if isinstance(document, dict) else None
    if not isinstance(tool, dict) or tool.get("name") != "wxcc-lint":
        raise MergeError("is no report of wxcc-lint")
    version = document.get("version")
    if version != _CONTRACT or isinstance(version, bool):
        raise MergeError(f"is a report of version {json.dumps(version)}, and this program reads version {_CONTRACT}")
    parts = document.get("environments", [document])
    for part in parts if isinstance(parts, list) else [parts]:
        yield _run(part)


def merge(runs: Iterable[Run], rules: RuleSet) -> Run:
    """Join runs: the same finding of several is told once, with all their environments and the gravest severity.

    Files are counted once for each run that checked them: a report does not name the clean ones.
    """
    given = list(runs)
    same: dict[tuple[object, ...], list[Finding]] = {}
    for one in (finding for run in given for finding in run.report.findings):
        same.setdefault((one.rule, one.location, one.at, one.message, one.subject), []).append(one)
    joined = sorted(map(_joined, same.values()), key=lambda one: (order_of(one), one.message))
    docs = docs_of(joined, rules)
    findings = tuple(replace(one, why=docs[one.rule].why) if one.rule in docs else one for one in _told_apart(joined))
    sums = [run.report.summary for run in given]
    summary = summary_of(
        findings,
        sum(one.files for one in sums),
        sum(one.skipped for one in sums),
        {"ignored": sum(one.ignored for one in sums), "baselined": sum(one.baselined for one in sums)},
    )
    gaps = tuple(dict.fromkeys(gap for run in given for gap in run.report.gaps))
    return Run(Report(findings, summary, rules=docs, gaps=gaps), all(run.is_complete for run in given))


def _joined(same: list[Finding]) -> Finding:
    gravest = min(same, key=lambda one: SEVERITIES.index(one.severity))
    environments = {one.environment for one in same}
    named = sorted(name for name in environments if name is not None)
    return replace(gravest, environment=None if None in environments else ", ".join(named))


def _told_apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Give findings that different runs call the same names of their own."""
    seen: Counter[str] = Counter()
    for one in findings:
        seen[one.fingerprint] += 1
        if seen[one.fingerprint] == 1:
            yield one
        else:
            text = f"{one.fingerprint}\0{seen[one.fingerprint]}"
            yield replace(one, fingerprint=hashlib.sha256(text.encode()).hexdigest()[:32])


def _run(part: Any) -> Run:
    if isinstance(part, dict) and part.get("failure"):
        return Run(Report((), gaps=(Gap(str(part.get("environment")), str(part["failure"])),)), is_complete=False)
    if not isinstance(part, dict) or not part.keys() & {"findings", "changes"}:
        raise MergeError("holds no findings and no changes: wxcc-lint check -f json writes a report")
    report, is_complete = Report(()), True
    if "findings" in part:
        _must_fit(part, "report", ("findings", "summary"))
        counts = {key: part["summary"][key] for key in ("files", "skipped", "ignored", "baselined")}
        report = Report(tuple(map(_finding, part["findings"])), Summary(**counts))
        is_complete = not part["summary"].get("unread")
    if "changes" in part:
        _must_fit(part, "diff-report", ("changes", "uncovered"))
        changes = as_findings(_comparison(part))
        report = replace(report, findings=(*report.findings, *changes.findings), gaps=changes.gaps)
        is_complete = is_complete and not ("reach" in part and part["uncovered"])
    return Run(report, is_complete)


def _must_fit(part: Mapping[str, Any], name: str, keys: tuple[str, ...]) -> None:
    """Raise MergeError where what is under these keys breaks the contract."""
    schema = {**_lenient(name), "required": list(keys)}
    held = {key: part[key] for key in keys if key in part}
    for wrong in schema_findings(held, schema, "the report"):
        raise MergeError(f"is no whole report of wxcc-lint: {wrong.message}")


@cache
def _lenient(name: str) -> Schema:
    """Return a schema of ours that takes keys it does not know: new ones may come at any time."""

    def without_limits(node: Any) -> Any:
        if isinstance(node, list):
            return [without_limits(one) for one in node]
        if not isinstance(node, Mapping):
            return node
        return {key: without_limits(value) for key, value in node.items() if key != "additionalProperties"}

    lenient: Schema = without_limits(load_schema(name))
    return lenient


def _finding(said: Mapping[str, Any]) -> Finding:
    plain = ("rule", "severity", "message", "at", "help", "environment", "subject", "docs", "fingerprint")
    return Finding(
        **{key: said[key] for key in plain},
        location=_place(said),
        fix=_fix(said["fix"]) if said["fix"] else None,
        related=tuple(Related(_place(one), one["message"]) for one in said["related"]),
    )


def _place(said: Mapping[str, Any]) -> Location:
    return Location(said["path"], said["line"], said["column"], said["endLine"], said["endColumn"])


def _fix(said: Mapping[str, Any]) -> FindingFix:
    edits = tuple(TextEdit(one["path"], one["start"], one["end"], one["text"]) for one in said["edits"])
    return FindingFix(said["safe"], said["description"], edits)


def _comparison(part: Mapping[str, Any]) -> DiffReport:
    is_drift = "reach" in part or "findings" in part
    return DiffReport(
        SourceInfo("left"),
        SourceInfo("right"),
        tuple(map(_change, part["changes"])),
        tuple(Uncovered(one["document"], one["reason"]) for one in part["uncovered"]),
        DiffSummary(),
        drift=DriftFacts(part.get("environment")) if is_drift else None,
    )


def _change(said: Mapping[str, Any]) -> ReportedChange:
    plain = ("kind", "document", "at", "left", "right", "severity", "rule", "message", "fingerprint", "origin")
    left, right = said["leftLocation"], said["rightLocation"]
    return ReportedChange(
        **{key: said[key] for key in plain},
        words=(),
        why="",
        left_location=_point(left) if left else None,
        right_location=_point(right) if right else None,
    )


def _point(said: Mapping[str, Any]) -> Location:
    return Location(said["path"], said["line"], said["column"], said["line"], said["column"])
