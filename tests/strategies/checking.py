"""Check and compare texts as the program does, without files."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from wxcc_lint.config import default_config
from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.compare import compare
from wxcc_lint.diff.normalise import STEPS, trees_of
from wxcc_lint.diff.objects import ConfigObject, Pair
from wxcc_lint.discover import Candidate, Discovery
from wxcc_lint.documents.load import load
from wxcc_lint.documents.model import Document, Path as NodePath
from wxcc_lint.report import Finding, Report
from wxcc_lint.rule_files import builtin_rules
from wxcc_lint.run import check
from wxcc_lint.spans import Span, Text
from wxcc_lint.verdict import Policy

_NOWHERE = Path("/nowhere")


def checked(name: str, data: bytes) -> Report:
    """Return the report on one file by the default profile; `checked` in it is empty if the file is none of ours."""
    found = Discovery([Candidate(name, name, named=True, data=data)])
    policy = Policy(default_config(_NOWHERE), date(2026, 1, 1))
    return check(found, policy, builtin_rules(), _NOWHERE).judgement.report


def grave(report: Report) -> list[Finding]:
    """Return the findings that are errors or warnings."""
    return [one for one in report.findings if one.severity != "info"]


def span_of(text: Text, finding: Finding) -> Span:
    """Return the offsets of a finding, which has to lie within the text."""
    place = finding.location
    start, end = text.offset(place.line, place.column), text.offset(place.end_line, place.end_column)
    assert text.locate(start) == (place.line, place.column), finding
    assert text.locate(end) == (place.end_line, place.end_column), finding
    assert start <= end, finding
    return Span(start, end)


def read(name: str, data: bytes) -> Document:
    """Parse what is ours and sound."""
    document = load(name, data)
    assert document is not None
    assert not document.faults, document.faults
    return document


def whole(document: Document, path: NodePath) -> Span:
    """Return the span of a node with its name, or of what would hold it."""
    key, value = document.spans[document.nearest(path)]
    return document.to_root(Span(min(key.start, value.start), max(key.end, value.end)) if key else value)


def changes(left: Document, right: Document) -> list[Change]:
    """Return how two documents of one kind differ."""
    before, after = trees_of(Pair(_side(left), _side(right), "option"), STEPS, {})
    assert before is not None
    assert after is not None
    return list(compare(before, after))


def _side(document: Document) -> ConfigObject:
    return ConfigObject("layout" if document.kind == "layout" else "callcenter", "example", document)
