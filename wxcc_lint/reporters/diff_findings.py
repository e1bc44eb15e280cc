"""Changes told as findings, for the formats of other tools: each points at a line of a file that is at hand."""

from __future__ import annotations

from collections.abc import Callable

from wxcc_lint.diff.report import DiffReport, ReportedChange
from wxcc_lint.report import ORG_UNREAD, Finding, Gap, Location, Related, Report, RuleDocs
from wxcc_lint.reporters.diff_org import header_lines
from wxcc_lint.reporters.diff_words import origin_words


def as_findings(report: DiffReport) -> Report:
    """Return the changes as findings. What both sides changed alike is no difference and is left out."""
    changes = [one for one in report.changes if one.origin != "both"]
    findings = sorted((_finding(report, one) for one in changes), key=lambda one: (one.location, one.rule))
    rules = {one.rule: RuleDocs(one.why, one.why, one.severity, one.why) for one in findings if one.why}
    code = ORG_UNREAD if report.drift else 0  # files that cannot be compared fail nothing
    gaps = tuple(Gap(one.document, one.reason, code) for one in report.uncovered)
    header = tuple(header_lines(report))
    return Report(tuple(findings), texts=report.texts, rules=rules, gaps=gaps, header=header)


def _finding(report: DiffReport, one: ReportedChange) -> Finding:
    place, related = places(report, one)
    origin = f" ({origin_words(report, one)})" if one.origin else ""
    environment = report.drift.environment if report.drift else None
    return Finding(
        rule=one.rule,
        severity=one.severity,
        message=f"{one.message}{origin}",
        location=place or Location(one.document, 1, 1, 1, 1),
        at=one.at,
        why=one.why,
        environment=environment,
        subject=f"{one.document}@{environment}" if environment else one.document,
        fingerprint=one.fingerprint,
        related=related,
    )


def places(report: DiffReport, one: ReportedChange) -> tuple[Location | None, tuple[Related, ...]]:
    """Return where a change is told, in a file that somebody can edit if there is one, and where else it stands."""
    mine, other, called = one.left_location, one.right_location, "the right side"
    if report.drift:  # a file of the org is none of the checkout
        return mine or report.drift.home or other, (Related(other, "the org"),) if mine and other else ()
    left, right = report.left.is_on_disk, report.right.is_on_disk
    if right and not left:
        mine, other, called = other, mine, "the left side"
    if mine is None and left is not right:
        mine = one.near
    return mine or other, (Related(other, called),) if mine and other else ()


def as_findings_in(render: Callable[[Report], str]) -> Callable[..., str]:
    """Return the reporter of comparisons that writes changes as `render` writes findings."""

    def rendered(report: DiffReport, **_unused: object) -> str:
        return render(as_findings(report))

    return rendered
