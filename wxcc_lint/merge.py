"""Reports that were written as JSON, read again and joined: one report for all runs of a fleet."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any, Final

from msgspec.structs import replace

from wxcc_lint.diff.objects import SourceInfo, Uncovered
from wxcc_lint.diff.report import DiffReport, DiffSummary, DriftFacts, ReportedChange
from wxcc_lint.findings import order_of
from wxcc_lint.report import (
    ENVIRONMENTS_BETWEEN,
    SEVERITIES,
    Finding,
    FindingFix,
    Gap,
    Location,
    Related,
    Report,
    Summary,
    TextEdit,
)
from wxcc_lint.reporters.diff_findings import as_findings
from wxcc_lint.rules import RuleSet
from wxcc_lint.schema import Schema, load_schema, schema_findings
from wxcc_lint.verdict import ExitCode, docs_of, summary_of

_CONTRACT: Final = 1


class MergeError(Exception):
    """A sentence that tells why something is no report."""


def read_runs(data: bytes) -> Iterator[Report]:
    """Yield what the runs told in a report of `check`, `audit`, `drift` or `diff`; of a whole fleet several. Raises MergeError."""
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


def merge(runs: Iterable[Report], rules: RuleSet) -> Report:
    """Join runs: the same finding of several is told once, with all their environments and the gravest severity.

    Files are counted once for each run that checked them: a report does not name the clean ones.
    """
    given = list(runs)
    same: dict[tuple[object, ...], list[Finding]] = {}
    for one in (finding for run in given for finding in run.findings):
        same.setdefault((one.rule, one.location, one.at, one.message, one.subject), []).append(one)
    joined = sorted(map(_joined, same.values()), key=lambda one: (order_of(one), one.message))
    docs = docs_of(joined, rules)
    findings = tuple(replace(one, why=docs[one.rule].why) if one.rule in docs else one for one in _told_apart(joined))
    sums = [run.summary for run in given]
    summary = summary_of(
        findings,
        sum(one.files for one in sums),
        sum(one.skipped for one in sums),
        {"ignored": sum(one.ignored for one in sums), "baselined": sum(one.baselined for one in sums)},
    )
    gaps = dict.fromkeys(gap for run in given for gap in run.gaps)
    environments = {name for run in given for name in run.environments}
    return Report(findings, summary, rules=docs, gaps=tuple(gaps), environments=tuple(sorted(environments)))


def _joined(same: list[Finding]) -> Finding:
    gravest = min(same, key=lambda one: SEVERITIES.index(one.severity))
    named = sorted({name for one in same for name in one.environments})
    is_for_all = any(one.environment is None for one in same)
    return replace(gravest, environment=None if is_for_all else ENVIRONMENTS_BETWEEN.join(named))


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


def _run(part: Any) -> Report:
    if isinstance(part, dict) and part.get("failure"):
        return Report((), gaps=(Gap(str(part.get("environment")), str(part["failure"]), ExitCode.UNCOVERED),))
    if not isinstance(part, dict) or not part.keys() & {"findings", "changes"}:
        raise MergeError("holds no findings and no changes: wxcc-lint check -f json writes a report")
    if "changes" not in part:
        return _checked({"covers": [], "uncovered": [], **part})
    _must_fit(part, "diff-report", ("changes", "uncovered"))
    compared = as_findings(_comparison(part))
    return _audited(part, compared) if "findings" in part else compared


def _checked(part: Mapping[str, Any]) -> Report:
    _must_fit(part, "report", ("covers", "findings", "uncovered", "summary"))
    gaps = tuple(_gaps(part["uncovered"]))
    return Report(_findings(part), _summary(part), gaps=gaps, environments=tuple(part["covers"]))


def _gaps(said: Iterable[Mapping[str, Any]]) -> Iterator[Gap]:
    yield from (Gap(one["document"], one["reason"], one["exitCode"]) for one in said)


def _audited(part: Mapping[str, Any], compared: Report) -> Report:
    _must_fit(part, "report", ("findings", "summary"))
    _must_fit(part, "audit-report", ("environment", "summary"))
    _must_fit({"uncovered": part.get("driftSkipped", [])}, "report", ("uncovered",))
    unread = part["summary"]["unread"]  # behind those stands what no API shows
    unseen = (replace(one, exit_code=ExitCode.OK, lasting=True) for one in compared.gaps[unread:])
    skipped = part.get("driftSkipped", [])
    gaps = (*_gaps(skipped), *compared.gaps[:unread], *unseen)
    findings = (*_findings(part), *compared.findings)
    return Report(findings, _summary(part), gaps=gaps, environments=(part["environment"],))


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


def _findings(part: Mapping[str, Any]) -> tuple[Finding, ...]:
    return tuple(map(_finding, part["findings"]))


def _summary(part: Mapping[str, Any]) -> Summary:
    return Summary(**{key: part["summary"][key] for key in ("files", "skipped", "ignored", "baselined")})


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
