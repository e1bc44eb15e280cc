"""GitLab's code quality report; schemas/gitlab.schema.json describes it."""

from __future__ import annotations

from typing import Final

from wxcc_lint.report import Finding, Gap, Report, Severity
from wxcc_lint.reporters.ascii_json import ascii_json
from wxcc_lint.reporters.finding_words import gap_sentence, headline

_SEVERITIES: Final[dict[Severity, str]] = {"error": "critical", "warning": "major", "info": "info"}


def render(report: Report, **_unused: object) -> str:
    """Return the list of findings that a merge request compares with that of its target."""
    return ascii_json([*map(_finding, report.findings), *map(_gap, report.gaps)])


def _finding(finding: Finding) -> dict[str, object]:
    place = finding.location
    return {
        "description": f"{finding.rule}: {headline(finding)}",  # GitLab does not show the name of the check
        "check_name": finding.rule,
        "fingerprint": finding.fingerprint,
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": place.path, "lines": {"begin": place.line, "end": place.end_line}},
    }


def _gap(gap: Gap) -> dict[str, object]:
    import hashlib

    sentence = gap_sentence(gap)
    return {
        "description": sentence,
        "check_name": "wxcc-lint",
        "fingerprint": hashlib.sha256(sentence.encode()).hexdigest()[:32],
        "severity": _SEVERITIES[gap.severity],
        "location": {"path": gap.subject, "lines": {"begin": 1}},
    }
