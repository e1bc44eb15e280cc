"""An audit as one web page: what is wrong, what differs from the files, and what nobody looked at."""

from __future__ import annotations

from collections.abc import Sequence

from wxcc_lint.audit_report import AuditReport
from wxcc_lint.diff.objects import Uncovered
from wxcc_lint.reporters import diff_words
from wxcc_lint.reporters.closing import closing_line
from wxcc_lint.reporters.diff_html import change_groups
from wxcc_lint.reporters.diff_org import header_lines
from wxcc_lint.reporters.html import finding_groups, rule_titles
from wxcc_lint.reporters.html_page import Missing, Page, render_page


def render(report: AuditReport, **_unused: object) -> str:
    """Return findings and changes of one environment, and both kinds of gaps."""
    missing = (_missing("Not read", report.uncovered), _missing("Shown by no API", report.unseen))
    drift = "Drift was not looked at." if report.undrifted else diff_words.closing_line(report.drift)
    return render_page(
        Page(
            f"Audit of {report.environment}",
            f"{closing_line(report.findings.summary)} {drift}",
            (*header_lines(report.drift),),
            findings=finding_groups(report.findings),
            changes=change_groups(report.drift),
            sides=diff_words.side_names(report.drift),
            checked=report.findings.checked,
            missing=tuple(one for one in missing if one.rows),
            titles=rule_titles(report.findings),
        )
    )


def _missing(title: str, uncovered: Sequence[Uncovered]) -> Missing:
    return Missing(title, tuple((one.document, one.reason) for one in uncovered))
