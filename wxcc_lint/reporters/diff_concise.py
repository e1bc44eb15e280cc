"""One line a change, for editors and `grep`."""

from __future__ import annotations

from typing import Final

from wxcc_lint.diff.report import DiffReport, ReportedChange
from wxcc_lint.reporters.diff_findings import places
from wxcc_lint.reporters.diff_org import header_lines
from wxcc_lint.reporters.diff_words import closing_line, document_words, origin_words, values, way
from wxcc_lint.reporters.screen import SEVERITY_STYLES, Line, Segment, paint

_ROOM: Final = 60


def render(report: DiffReport, *, color: bool = False, **_unused: object) -> str:
    """Return `path:line:column: severity[rule] kind: the way to it: old → new` for each change, and the closing line."""
    lines: list[Line] = [[Segment(line)] for line in header_lines(report)]
    lines += [_line(report, one) for one in report.changes]
    lines += [[Segment(f"{one.document}: not compared: {one.reason}")] for one in report.uncovered]
    return paint([*lines, [Segment(closing_line(report))]], color=color)


def _line(report: DiffReport, one: ReportedChange) -> Line:
    place, _ = places(report, one)
    where = f"{place.path}:{place.line}:{place.column}" if place else one.document
    to_it = way(one.words) or document_words(one.document)
    origin = f" ({origin_words(report, one)})" if one.origin else ""
    said = values(one, _ROOM, is_drift=report.drift is not None)
    return [
        Segment(f"{where}: "),
        Segment(f"{one.severity}[{one.rule}]", SEVERITY_STYLES[one.severity]),
        Segment(f" {one.kind}: {to_it}: {said}{origin}"),
    ]
