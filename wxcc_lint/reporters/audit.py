"""An audit for people: which org, what is wrong in it, what differs from the files, and what nobody looked at."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Final

from msgspec.structs import replace

from wxcc_lint.audit_report import Audited, AuditReport
from wxcc_lint.diff.objects import SourceInfo, Uncovered
from wxcc_lint.report import ORG_UNREAD, Gap, Report
from wxcc_lint.reporters import REPORTERS, audit_html, full
from wxcc_lint.reporters.ascii_json import ascii_json
from wxcc_lint.reporters.audit_json import as_document, as_fleet
from wxcc_lint.reporters.closing import counted
from wxcc_lint.reporters.diff_findings import as_findings
from wxcc_lint.reporters.diff_org import header_lines, org_lines
from wxcc_lint.reporters.diff_summary import change_lines
from wxcc_lint.reporters.screen import Line, Segment, paint

_COLUMNS: Final = ("environment", "org", "errors", "warnings", "infos", "changes", "uncovered", "snapshot")
_STAGES: Final = {True: "sandbox", False: "production", None: "?"}
_FIRST_NUMBER: Final = 2
_LAST_NUMBER: Final = 6


def render_full(report: AuditReport, *, color: bool = False, width: int = 100) -> str:
    """Return the header, the findings with what is around them, a line for each document that differs, and the gaps."""
    head: list[Line] = [[Segment(line)] for line in header_lines(report.drift)]
    changes = list(change_lines(report.drift)) or [[Segment(one)] for one in _undrifted(report)]
    tail: list[Line] = [
        *_section("drift", changes),
        *_section("not read", _listed(report.uncovered)),
        *_section("shown by no API", _listed(report.unseen)),
        [Segment(_closing(report), "bold")],
    ]
    findings = full.body(report.findings, width)
    return paint([*head, [], *findings, *tail], color=color)


def render_json(report: AuditReport, **_unused: object) -> str:
    """Return the contract of checks with the changes and what was not looked at."""
    return ascii_json(as_document(report))


def _undrifted(report: AuditReport) -> list[str]:
    return [f"not looked at: {gap.reason}" for gap in report.undrifted] or ["no drift in what was compared"]


def _closing(report: AuditReport) -> str:
    summary = report.findings.summary
    counts = [(summary.errors, "error"), (summary.warnings, "warning"), (summary.infos, "info")]
    told = [counted(number, noun) for number, noun in counts if number]
    hidden = [(summary.ignored, "ignored"), (summary.baselined, "in the baseline")]
    left = [f"{number} {what}" for number, what in hidden if number]
    found = f"Found {', '.join(told)}" if told else "No findings"
    rest = f" ({', '.join(left)})" if left else ""
    return f"{found}{rest}; {counted(len(report.drift.changes), 'change')}; {len(report.uncovered)} not read."


def _section(title: str, lines: Sequence[Line]) -> list[Line]:
    return [[Segment(title, "bold")], *([Segment("  "), *line] for line in lines), []] if lines else []


def _listed(uncovered: Sequence[Uncovered]) -> list[Line]:
    return [[Segment(f"{one.document}: {one.reason}")] for one in uncovered]


def as_one(report: AuditReport) -> Report:
    """Return findings, changes and gaps as one report, for formats that know nothing of audits."""
    changes = as_findings(report.drift)
    told = sorted((*report.findings.findings, *changes.findings), key=lambda one: (one.location, one.rule))
    gaps = [*report.undrifted, *(Gap(one.document, one.reason, ORG_UNREAD) for one in report.uncovered)]
    gaps += [Gap(one.document, one.reason, lasting=True) for one in report.unseen]
    summary = report.findings.summary
    found = Counter(one.severity for one in changes.findings)
    return replace(
        report.findings,
        summary=replace(
            summary,
            errors=summary.errors + found["error"],
            warnings=summary.warnings + found["warning"],
            infos=summary.infos + found["info"],
        ),
        findings=tuple(told),
        texts={**report.findings.texts, **changes.texts},
        rules={**changes.rules, **report.findings.rules},
        gaps=tuple(gaps),
        environments=(report.environment,),
        header=changes.header,
    )


def _as_one_in(name: str) -> Callable[..., str]:
    def render(report: AuditReport, *, color: bool = False, width: int = 100) -> str:
        return REPORTERS[name](as_one(report), color=color, width=width)

    return render


AUDIT_REPORTERS: dict[str, Callable[..., str]] = {
    **{name: _as_one_in(name) for name in REPORTERS},
    "full": render_full,
    "json": render_json,
    "html": audit_html.render,
}
"""Format names as `-f` takes them."""


def render_fleet(audited: Sequence[Audited], *, color: bool = False, **_unused: object) -> str:
    """Return a table with a row for each environment, and below it which orgs they are, and what was not read of them."""
    rows = [_COLUMNS, *map(_row, audited)]
    widths = [max(len(row[index]) for row in rows) for index in range(len(_COLUMNS))]
    lines: list[Line] = []
    for row in rows:
        cells = [
            text.rjust(width) if _FIRST_NUMBER <= index <= _LAST_NUMBER else text.ljust(width)
            for index, (text, width) in enumerate(zip(row, widths, strict=True))
        ]
        lines.append([Segment("  ".join(cells).rstrip(), "" if lines else "bold")])
    lines += [line for one in audited if one.report is not None for line in _details(one.environment, one.report)]
    failed = [[Segment(f"{one.environment}: {one.failure}")] for one in audited if one.report is None]
    return paint([*lines, *([[]] if failed else []), *failed], color=color)


def _details(name: str, report: AuditReport) -> list[Line]:
    """Return which orgs an environment is, and what nobody looked at there."""
    told = [*org_lines(report.drift.right)]
    told += [f"drift not looked at: {gap.reason}" for gap in report.undrifted]
    told += [f"not read: {one.document}: {one.reason}" for one in report.uncovered]
    return [[], [Segment(name, "bold")], *([Segment(f"  {line}")] for line in told)]


def _row(one: Audited) -> tuple[str, ...]:
    if one.report is None:
        return one.environment, "not read", *[""] * 5, one.age
    summary, drift = one.report.findings.summary, one.report.drift
    changes = "-" if one.report.undrifted else len(drift.changes)
    counts = (summary.errors, summary.warnings, summary.infos, changes, len(one.report.uncovered))
    return one.environment, _org(drift.right), *map(str, counts), one.age


def _org(org: SourceInfo) -> str:
    """Return the name of the tenant, or where an environment has none that of the Salesforce org."""
    half = org.salesforce
    if half is None or org.org_name or org.org_id:
        name, place, is_sandbox = org.org_name or org.org_id, org.datacenter, org.sandbox
    else:
        name, place, is_sandbox = half.org_name or half.org_id, half.instance, half.sandbox
    return f"{name or '?'} ({place or '?'}, {_STAGES[is_sandbox]})"


def render_fleet_json(audited: Sequence[Audited], **_unused: object) -> str:
    """Return one object with the reports of all environments."""
    return ascii_json(as_fleet(audited))


FLEET_REPORTERS: dict[str, Callable[..., str]] = {"full": render_fleet, "json": render_fleet_json}
"""Format names for several environments at once."""
