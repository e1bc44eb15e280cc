"""Changes told as findings, for the formats of other tools: each points at the declared line."""

from __future__ import annotations

from collections.abc import Callable

from wxcc_lint.diff.report import DiffReport, ReportedChange
from wxcc_lint.report import Finding, Gap, Location, Related, Report, RuleDocs
from wxcc_lint.reporters.diff_words import origin_words


def as_findings(report: DiffReport) -> Report:
    """Return the changes as findings. What both sides changed alike is no difference and is left out."""
    changes = [one for one in report.changes if one.origin != "both"]
    findings = sorted((_finding(report, one) for one in changes), key=lambda one: (one.location, one.rule))
    rules = {one.rule: RuleDocs(one.why, one.why, one.severity, one.why) for one in findings if one.why}
    gaps = tuple(Gap(one.document, one.reason) for one in report.uncovered)
    return Report(tuple(findings), texts=report.texts, rules=rules, gaps=gaps)


def _finding(report: DiffReport, one: ReportedChange) -> Finding:
    drift = report.drift
    home = drift.home if drift else None  # a file of the org is none of the checkout
    place = one.left_location or home or one.right_location or Location(one.document, 1, 1, 1, 1)
    origin = f" ({origin_words(report, one)})" if one.origin else ""
    other = one.right_location if one.left_location else None
    environment = drift.environment if drift else None
    return Finding(
        rule=one.rule,
        severity=one.severity,
        message=f"{one.message}{origin}",
        location=place,
        at=one.at,
        why=one.why,
        environment=environment,
        subject=f"{one.document}@{environment}" if environment else one.document,
        fingerprint=one.fingerprint,
        related=(Related(other, "the org" if drift else "the right side"),) if other else (),
    )


def as_findings_in(render: Callable[[Report], str]) -> Callable[..., str]:
    """Return the reporter of comparisons that writes changes as `render` writes findings."""

    def rendered(report: DiffReport, **_unused: object) -> str:
        return render(as_findings(report))

    return rendered
