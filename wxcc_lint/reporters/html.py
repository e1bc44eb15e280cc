"""Findings as one web page that can be mailed: see `html_page`."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import groupby
from typing import Final

from msgspec import Struct

from wxcc_lint.report import Finding, Report
from wxcc_lint.reporters.closing import closing_line
from wxcc_lint.reporters.full import marks_by_path
from wxcc_lint.reporters.html_page import Card, Group, Missing, Page, render_page
from wxcc_lint.reporters.html_pieces import PatchedLines, Row, patch, source_rows
from wxcc_lint.spans import Text

_WEB: Final = ("https://", "http://")
"""How an address begins that may be clicked: others, such as `javascript:`, act."""


class Source(Struct, frozen=True):
    """Places of a finding in one file: its lines, or where nobody has the file only positions, with what is said there."""

    path: str
    rows: tuple[Row, ...]
    places: tuple[tuple[int, int, str], ...]


class FindingCard(Card, frozen=True):
    """A finding as the page shows it; `link` leads to the page of its rule."""

    finding: Finding
    sources: tuple[Source, ...]
    patch: tuple[PatchedLines, ...]
    link: str | None


def render(report: Report, **_unused: object) -> str:
    """Return all findings by file, what was checked, and what nobody could look at."""
    left_out = tuple((gap.subject, gap.reason) for gap in report.gaps)
    return render_page(
        Page(
            "Findings",
            closing_line(report.summary, report.left_out),
            findings=finding_groups(report),
            checked=report.checked,
            missing=(Missing("Not read", left_out),) if left_out else (),
            titles=rule_titles(report),
            environments=report.environments,
        )
    )


def rule_titles(report: Report) -> dict[str, str]:
    """Return what the rules of the findings say of themselves in a sentence, without its Markdown."""
    return {name: docs.title.replace("`", "'") for name, docs in report.rules.items()}


def finding_groups(report: Report) -> tuple[Group, ...]:
    """Return the findings of each file."""
    by_file = groupby(report.findings, key=lambda one: one.location.path)
    return tuple(Group(path, "", [_card(one, report.texts) for one in findings]) for path, findings in by_file)


def _card(finding: Finding, texts: Mapping[str, Text]) -> FindingCard:
    return FindingCard(
        finding.severity,
        finding.rule,
        finding.environments,
        finding.location.path,
        finding,
        tuple(_sources(finding, texts)),
        tuple(patch(finding.fix, texts)) if finding.fix else (),
        finding.docs if finding.docs and finding.docs.startswith(_WEB) else None,
    )


def _sources(finding: Finding, texts: Mapping[str, Text]) -> list[Source]:
    sources = []
    for path, marks in marks_by_path(finding).items():
        if path in texts:
            sources.append(Source(path, tuple(source_rows(texts[path], marks, finding.severity)), ()))
        else:
            places = tuple((mark.location.line, mark.location.column, mark.note) for mark in marks)
            sources.append(Source(path, (), places if path != finding.location.path else places[1:]))
    return [one for one in sources if one.rows or one.places]
