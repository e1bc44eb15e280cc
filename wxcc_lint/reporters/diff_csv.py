"""Changes as a table, for auditors."""

from __future__ import annotations

from typing import Final

from wxcc_lint.diff.report import DiffReport, ReportedChange
from wxcc_lint.report import Location
from wxcc_lint.reporters.diff_words import pair, way
from wxcc_lint.reporters.spreadsheet import table

_ROOM: Final = 1000
"""Characters of a value; a spreadsheet takes some 32,000 in a cell, and nobody reads them."""
_COLUMNS: Final = (
    *("kind", "severity", "rule", "document", "what", "left", "right", "message", "origin"),
    *("leftPath", "leftLine", "rightPath", "rightLine", "at", "fingerprint"),
)


def render(report: DiffReport, **_unused: object) -> str:
    """Return a row a change below the names of the columns, and one for each document that was not compared."""
    gaps = [("not compared", "", "", one.document, "", "", "", one.reason, *[""] * 7) for one in report.uncovered]
    return table([_COLUMNS, *map(_row, report.changes), *gaps])


def _row(one: ReportedChange) -> tuple[str | int | None, ...]:
    left, right = pair(one, _ROOM)
    left = "" if one.kind in {"added", "ambiguous"} else left
    right = "" if one.kind in {"removed", "ambiguous"} else right
    return (
        *(one.kind, one.severity, one.rule, one.document, way(one.words), left, right, one.message, one.origin),
        *(*_place(one.left_location), *_place(one.right_location), one.at, one.fingerprint),
    )


def _place(place: Location | None) -> tuple[str | int, ...]:
    return (place.path, place.line) if place else ("", "")
