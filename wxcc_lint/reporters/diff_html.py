"""Changes as one web page that can be mailed, side by side: see `html_page`."""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import Struct

from wxcc_lint.diff.report import DiffReport, InnerChange, ReportedChange
from wxcc_lint.reporters.diff_full import files
from wxcc_lint.reporters.diff_org import document_lines, header_lines
from wxcc_lint.reporters.diff_words import (
    ARROW,
    ONE_SIDED,
    by_document,
    closing_line,
    document_words,
    origin_words,
    side_names,
    way,
)
from wxcc_lint.reporters.html_page import Card, Group, Missing, Page, render_page
from wxcc_lint.reporters.html_pieces import value_rows
from wxcc_lint.reporters.screen import Line, Segment


class Sides(Struct, frozen=True):
    """Two values beside each other, as rows; a side that has none is None."""

    left: list[Line] | None
    right: list[Line] | None
    part: str = ""
    """Which part of a list or object they are."""


class ChangeCard(Card, frozen=True):
    """A change as the page shows it."""

    change: ReportedChange
    title: str
    origin: str
    sides: tuple[Sides, ...]


def render(report: DiffReport, **_unused: object) -> str:
    """Return the changes of each document, and what was not compared."""
    is_drift, left_out = report.drift is not None, tuple((one.document, one.reason) for one in report.uncovered)
    return render_page(
        Page(
            "Drift" if is_drift else "Changes",
            closing_line(report),
            (*header_lines(report),) if is_drift else (f"{report.left.source}{ARROW}{report.right.source}",),
            changes=change_groups(report),
            sides=side_names(report),
            missing=(Missing("Not compared", left_out),) if left_out else (),
        )
    )


def change_groups(report: DiffReport) -> tuple[Group, ...]:
    """Return the changes of each document, with whom it reaches and who saved it."""
    return tuple(
        Group(
            document_words(title),
            files(changes).strip(),
            [_card(report, one) for one in changes],
            tuple(document_lines(report, title)),
        )
        for title, changes in by_document(report)
    )


def _card(report: DiffReport, one: ReportedChange) -> ChangeCard:
    environment = report.drift.environment if report.drift else None
    if not one.words and one.kind in {"added", "removed"}:
        title = ONE_SIDED[one.kind, report.drift is not None]
    else:
        title = way(one.words) or one.message
    return ChangeCard(
        one.severity,
        one.rule,
        (environment,) if environment else (),
        one.document,
        one,
        title,
        origin_words(report, one),
        tuple(_sides(one)),
    )


def _sides(one: ReportedChange) -> Iterator[Sides]:
    if one.inner:
        yield from (_beside(part, ", ".join(part.words)) for part in one.inner)
    elif one.kind == "moved":
        yield Sides([[Segment(f"place {one.left}")]], [[Segment(f"place {one.right}")]])
    elif one.kind != "ambiguous" and one.words:  # a whole document is in its file
        yield _beside(one)


def _beside(one: ReportedChange | InnerChange, part: str = "") -> Sides:
    has_left, has_right = one.kind != "added", one.kind != "removed"
    left, right = value_rows(one.left, one.right, both=has_left and has_right)
    return Sides(left if has_left else None, right if has_right else None, part)
