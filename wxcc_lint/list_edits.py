"""Edits of lists that are YAML, CSV, or have an entry a line: the allowed list, in a file of its own or in the config."""

from __future__ import annotations

import re
from typing import Any, Final

from wxcc_lint.documents.allowlist import encode_entry
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.yaml_scalars import decode_scalar, encode_scalar
from wxcc_lint.problems import Edit
from wxcc_lint.report import TextEdit
from wxcc_lint.spans import Span

_DASH: Final = re.compile(r"(?:\A|(?<=[\r\n]))[ \t]*-[ \t]+\Z")
_REST_OF_LINE: Final = re.compile(r"[ \t]*(?:#[^\r\n]*)?(?:\r\n|\n|\r|\Z)")
_WHOLE_LINE: Final = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")


def is_yaml(document: Document) -> bool:
    """Tell whether a document was read as YAML."""
    return document.root.decode_value is decode_scalar


def is_rows(document: Document) -> bool:
    """Tell whether a document has an entry a line, as plain text or CSV."""
    return document.kind == "allowlist" and document.root.decode_value is None


def list_edit(edit: Edit) -> TextEdit | None:
    """Return the text edit that sets or removes an entry; None for other actions, and where a value cannot be written."""
    place = edit.place
    if edit.action == "set":
        found = _setting(place, edit.value)
    elif edit.action == "remove":
        found = _row_removal(place) if is_rows(place.document) else _yaml_removal(place)
    else:
        found = None
    return TextEdit(place.document.root.name, found[0].start, found[0].end, found[1]) if found else None


def _setting(place: Place, value: Any) -> tuple[Span, str] | None:
    """Return the whole new scalar or cell, also where only a part of the value is to be another.

    None where that part may be one of a variable's value.
    """
    document, span = place.document, place.own_span
    raw = document.text.text[span.start : span.end]
    if not isinstance(value, str):
        return None
    if place.within:
        if document.source and "${" in raw:
            return None
        text = document.decode_value(raw)[0] if document.decode_value else raw
        value = text[: place.within.start] + value + text[place.within.end :]
    written = encode_scalar(value, raw) if is_yaml(document) else encode_entry(document, value, span)
    return (span, written) if written is not None else None


def member(document: Document, path: Path) -> Span:
    """Return an object's member or array's element with the comma that goes with it."""
    node = document.spans[path]
    span = Span((node.key or node.value).start, node.value.end)
    text = document.text.text
    behind = re.compile(r"\s*,\s*").match(text, span.end)
    if behind:
        return Span(span.start, behind.end())
    before = re.search(r",\s*\Z", text[: span.start])
    return Span(before.start() if before else span.start, span.end)


def _row_removal(place: Place) -> tuple[Span, str] | None:
    """Return the line of an entry, with what stands behind it; None where a cell may go on in the next line."""
    source, span = place.document.text.text, place.own_span
    start = max(source.rfind("\n", 0, span.start), source.rfind("\r", 0, span.start)) + 1
    line = _WHOLE_LINE.match(source, start)
    assert line is not None, "the pattern matches nothing at all, too"
    return (Span(*line.span()), "") if line[0].count('"') % 2 == 0 else None


def _yaml_removal(place: Place) -> tuple[Span, str] | None:
    """Return what an entry takes up in its list; of those behind dashes its line, and the only one leaves an empty list.

    None where something else stands in that line.
    """
    source, span = place.document.text.text, place.own_span
    around = place.document.spans[place.path[:-1]].value
    if source[around.start] == "[":
        begins_here = source[: span.start].rstrip()[-1] in "[,"  # and not behind an anchor or a comment
        return (member(place.document, place.path), "") if begins_here else None
    dash, rest = _DASH.search(source[: span.start]), _REST_OF_LINE.match(source, span.end)
    if dash is None or rest is None:
        return None
    if (*place.path[:-1], 1) not in place.document.spans:
        return Span(dash.end() - len(dash[0].lstrip(" \t")), span.end), "[]"
    return Span(dash.start(), rest.end()), ""
