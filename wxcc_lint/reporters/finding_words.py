"""What the reports for other tools say alike: the sentence of a finding, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable

from wxcc_lint.report import Finding, Gap
from wxcc_lint.reporters.hostile import printable


def headline(finding: Finding) -> str:
    """Return what is wrong on one harmless line."""
    return printable(f"{finding.message}{belongs_to(finding)}")


def belongs_to(finding: Finding) -> str:
    """Return the environment of a finding in brackets, or what it is about in an org; nothing where it is for all."""
    if finding.environment is None:
        return ""
    if finding.subject is None:
        return f" (environment {finding.environment})"
    return f" ({finding.subject}{f', at {finding.at}' if finding.at not in {None, '/'} else ''})"


def advised(finding: Finding, shown: Callable[[str], str] = printable) -> str:
    """Return the headline and, on a line of its own, what to do; `shown` makes either harmless."""
    help_ = f"\nhelp: {shown(finding.help)}" if finding.help else ""
    return f"{shown(headline(finding))}{help_}"


def gap_sentence(gap: Gap) -> str:
    """Return what nobody looked at, and why, on one harmless line."""
    return printable(f"{gap.subject} was left out: {gap.reason}")
