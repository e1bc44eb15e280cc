"""One line a finding, for experts, editors and `grep`."""

from __future__ import annotations

from wxcc_lint.report import Finding, Report
from wxcc_lint.reporters.closing import closing_line
from wxcc_lint.reporters.finding_words import belongs_to
from wxcc_lint.reporters.screen import SEVERITY_STYLES, Line, Segment, paint


def render(report: Report, *, color: bool = False, **_unused: object) -> str:
    """Return `path:line:column: severity[rule] message` for each finding, what was left out, and the closing line."""
    lines: list[Line] = [[Segment(line)] for line in report.header]
    lines += [_line(finding) for finding in report.findings]
    lines += [[Segment(f"{gap.subject}: left out: {gap.reason}")] for gap in report.gaps]
    return paint([*lines, [Segment(closing_line(report.summary, report.left_out))]], color=color)


def _line(finding: Finding) -> Line:
    place = finding.location
    return [
        Segment(f"{place.path}:{place.line}:{place.column}: "),
        Segment(f"{finding.severity}[{finding.rule}]", SEVERITY_STYLES[finding.severity]),
        Segment(f" {finding.message}{belongs_to(finding)}"),
    ]
