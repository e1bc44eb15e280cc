"""Reviewdog's diagnostic format, with fixes as suggestions; schemas/rdjson.schema.json describes what is used of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wxcc_lint.report import Finding, FindingFix, Location, Report, Severity
from wxcc_lint.reporters.ascii_json import ascii_json
from wxcc_lint.reporters.edited import edited
from wxcc_lint.reporters.finding_words import advised, gap_sentence
from wxcc_lint.reporters.markdown_text import code_span
from wxcc_lint.spans import Position, Span, Text

_SEVERITIES: Final[dict[Severity, str]] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def render(report: Report, **_unused: object) -> str:
    """Return all findings for reviewdog, which posts fixes as changes to accept with a click."""
    diagnostics = [_diagnostic(one, report.texts.get(one.location.path)) for one in report.findings]
    diagnostics += [
        {
            "message": code_span(gap_sentence(gap)),
            "location": {"path": gap.subject},
            "severity": _SEVERITIES[gap.severity],
        }
        for gap in report.gaps
    ]
    return ascii_json({"source": {"name": "wxcc-lint"}, "diagnostics": diagnostics})


def _diagnostic(finding: Finding, text: Text | None) -> dict[str, object]:
    place = finding.location
    suggestions = list(_suggestions(finding.fix, place.path, text)) if finding.fix and text else []
    return {
        "message": advised(finding, code_span),  # it becomes a comment in Markdown
        "location": {"path": place.path, "range": _range(place, text)},
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule} | ({"url": finding.docs} if finding.docs else {}),
        **({"suggestions": suggestions} if suggestions else {}),
    }


def _range(place: Location, text: Text | None) -> dict[str, object]:
    if text is None:  # without the text nobody knows how many bytes stand before a column
        return {"start": {"line": place.line}, "end": {"line": place.end_line}}
    return {
        "start": _position(Position(place.line, place.column), text),
        "end": _position(Position(place.end_line, place.end_column), text),
    }


def _position(place: Position, text: Text) -> dict[str, int]:
    """Return a place as reviewdog counts it: a column is a byte of UTF-8."""
    before = text.line(place.line)[: place.column - 1]
    return {"line": place.line, "column": len(before.encode("utf-8", "surrogatepass")) + 1}


def _suggestions(fix: FindingFix, path: str, text: Text) -> Iterator[dict[str, object]]:
    """Yield the one replacement that does all edits: reviewdog takes several for alternatives."""
    edits = sorted(fix.edits, key=lambda edit: (edit.start, edit.end))
    if not edits or any(edit.path != path for edit in edits):
        return
    start, end = edits[0].start, max(edit.end for edit in edits)
    reach = {"start": _position(text.locate(start), text), "end": _position(text.locate(end), text)}
    yield {"range": reach, "text": edited(text, Span(start, end), edits)}
