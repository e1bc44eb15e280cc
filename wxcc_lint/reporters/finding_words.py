"""What the reports for other tools say alike: the sentence of a finding, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from wxcc_lint.report import Finding, Gap
from wxcc_lint.reporters.hostile import printable


def headline(finding: Finding) -> str:
    """Return what is wrong on one harmless line."""
    environment = f" (environment {finding.environment})" if finding.environment else ""
    return printable(f"{finding.message}{environment}")


def advised(finding: Finding, shown: Callable[[str], str] = printable) -> str:
    """Return the headline and, on a line of its own, what to do; `shown` makes either harmless."""
    help_ = f"\nhelp: {shown(finding.help)}" if finding.help else ""
    return f"{shown(headline(finding))}{help_}"


def gap_sentence(gap: Gap) -> str:
    """Return what nobody looked at, and why, on one harmless line."""
    return printable(f"{gap.subject} was left out: {gap.reason}")
