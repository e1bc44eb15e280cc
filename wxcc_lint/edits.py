"""Turn an edit of a node into an edit of the file's text, escaped for where it goes."""

from __future__ import annotations

import json
import re
from typing import Any

from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.problems import Edit
from wxcc_lint.report import TextEdit
from wxcc_lint.spans import Span


def text_edit(edit: Edit) -> TextEdit:
    """Return the text edit that carries out `edit`; every character outside it stays as it is."""
    place = edit.place
    if edit.action == "remove":
        span, text = _removal(place), ""
    else:
        target = place.key() if edit.action == "rename" else place
        span, text = target.span, _encoded(target, edit.value)
    return TextEdit(place.document.root.name, span.start, span.end, text)


def _encoded(place: Place, value: Any) -> str:
    """Return `value` as source text for a place: escaped for its own format, then for each host around it."""
    document = place.document
    if document.host is None and document.kind == "callcenter":
        from wxcc_lint.documents.xml_text import encode_xml_attribute, encode_xml_text

        own = place.own_span
        around = document.text.text[own.start - 1 : own.start]
        if around in {'"', "'"}:
            return encode_xml_attribute(str(value), around)
        return encode_xml_text(str(value), document.text.text[own.start : own.end])
    text = json.dumps(value, ensure_ascii=False)
    if place.within is not None:
        text = text[1:-1]  # a part of a string: the quotes around it stay
    return _encoded(document.host, text) if document.host else text


def _removal(place: Place) -> Span:
    document, path = place.document, place.path
    if document.host is None and document.kind == "callcenter":
        return _element(document, path)
    return document.to_root(_member(document, path))


def _member(document: Document, path: Path) -> Span:
    """Return an object's member or array's element with the comma that goes with it."""
    node = document.spans[path]
    span = Span((node.key or node.value).start, node.value.end)
    text = document.text.text
    behind = re.compile(r"\s*,\s*").match(text, span.end)
    if behind:
        return Span(span.start, behind.end())
    before = re.search(r",\s*\Z", text[: span.start])
    return Span(before.start() if before else span.start, span.end)


def _element(document: Document, path: Path) -> Span:
    """Return an item's element, with its line when it has the line to itself."""
    span = document.tree.element_span(path)
    text = document.text.text
    line = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)").match(text, span.end)
    indent = re.search(r"(?:\A|(?<=[\r\n]))[ \t]*\Z", text[: span.start])
    return Span(indent.start(), line.end()) if line and indent else span
