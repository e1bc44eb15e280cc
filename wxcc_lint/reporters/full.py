"""Findings for people: what is wrong, the lines as they stand in the file, why it matters and what to do."""

from __future__ import annotations

from collections.abc import Mapping

from wxcc_lint.report import Finding, Location, Report
from wxcc_lint.reporters.closing import closing_line, counted
from wxcc_lint.reporters.excerpt import FRAME_STYLE, Mark, bar, excerpt
from wxcc_lint.reporters.finding_words import belongs_to
from wxcc_lint.reporters.hostile import printable
from wxcc_lint.reporters.screen import SEVERITY_STYLES, Line, Segment, paint, room_beside, wrap
from wxcc_lint.spans import Text

_RELATED_STYLE = "cyan"
_NOTE_STYLE = "bold"
_RELATED_SHOWN = 5
"""Of the places that a finding speaks of beside its own: more would push the others off the screen."""


def render(report: Report, *, color: bool = False, width: int = 100) -> str:
    """Return all findings with excerpts that fit `width` cells, what was left out, and the closing line.

    Paths, headlines, commands and addresses are never broken, so those lines may be longer.
    """
    lines = body(report, width)
    if report.gaps:
        lines += [[Segment("left out", "bold")], *([Segment(f"  {gap.sentence}")] for gap in report.gaps), []]
    return paint([*lines, [Segment(closing_line(report.summary, report.left_out), "bold")]], color=color)


def body(report: Report, width: int) -> list[Line]:
    """Return the lines of all findings, an empty one behind each."""
    lines: list[Line] = []
    told: set[str] = set()
    for finding in report.findings:
        lines += _finding(finding, report.texts, width, first_of_rule=finding.rule not in told)
        lines.append([])
        told.add(finding.rule)
    return lines


def _finding(finding: Finding, texts: Mapping[str, Text], width: int, *, first_of_rule: bool) -> list[Line]:
    files = marks_by_path(finding, _RELATED_SHOWN)
    shown = [mark.location.line for path, marks in files.items() if path in texts for mark in marks]
    gutter = len(str(max(shown, default=1)))
    lines: list[Line] = [
        [
            Segment(f"{finding.severity}[{finding.rule}]", SEVERITY_STYLES[finding.severity]),
            Segment(f": {finding.message}", "bold"),
        ],
        _place("-->", finding.location, gutter, belongs_to(finding)),
    ]
    for path, marks in files.items():
        is_own = path == finding.location.path
        if path not in texts:
            unseen = marks[1:] if is_own else marks
            lines += [_place(":::", mark.location, gutter, f": {mark.note}") for mark in unseen]
            continue
        if not is_own:
            lines += [[bar(gutter)], _place(":::", min(mark.location for mark in marks), gutter)]
        lines += [[bar(gutter)], *excerpt(texts[path], marks, gutter, width)]
    notes = _notes(finding, gutter, width, first_of_rule=first_of_rule)
    if shown and notes:
        lines.append([bar(gutter)])
    return lines + notes


def marks_by_path(finding: Finding, most: int | None = None) -> dict[str, list[Mark]]:
    """Return what to mark in each file: the file and the place of the finding first, then `most` related ones."""
    files = {finding.location.path: [Mark(finding.location, "^", SEVERITY_STYLES[finding.severity])]}
    for related in finding.related[:most]:
        mark = Mark(related.location, "-", _RELATED_STYLE, related.message)
        files.setdefault(related.location.path, []).append(mark)
    return files


def _place(arrow: str, location: Location, gutter: int, remark: str = "") -> Line:
    place = f"{location.path}:{location.line}:{location.column}"
    return [Segment(f"{'':{gutter}}{arrow} ", FRAME_STYLE), Segment(f"{place}{remark}")]


def _notes(finding: Finding, gutter: int, width: int, *, first_of_rule: bool) -> list[Line]:
    lines: list[Line] = []
    more = len(finding.related) - _RELATED_SHOWN
    if more > 0:
        lines += _prose("also", f"{counted(more, 'more place')}; -f json lists all", gutter, width)
    if finding.why:
        lines += _prose("why", finding.why, gutter, width)
    if finding.help:
        lines += _prose("help", finding.help, gutter, width)
    if first_of_rule:
        lines.append([_head("more", gutter), Segment(f"wxcc-lint explain {finding.rule}")])
    if first_of_rule and finding.docs:
        lines.append([_head("docs", gutter), Segment(finding.docs)])
    return lines


def _prose(name: str, text: str, gutter: int, width: int) -> list[Line]:
    head = _head(name, gutter)
    indent = len(head.text)
    first, *others = wrap(printable(text), room_beside(indent, width))
    return [[head, Segment(first)], *([Segment(" " * indent + row)] for row in others)]


def _head(name: str, gutter: int) -> Segment:
    return Segment(f"{'':{gutter}} = {name}: ", _NOTE_STYLE)
