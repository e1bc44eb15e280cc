"""Turn an edit of a node into an edit of the file's text, escaped for where it goes."""

from __future__ import annotations

import json
import re
from typing import Any

from wxcc_lint.documents.callcenter_additions import new_item
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.salesforce import APEX, PROJECT
from wxcc_lint.list_edits import is_rows, is_yaml, list_edit, member
from wxcc_lint.problems import Edit
from wxcc_lint.report import TextEdit
from wxcc_lint.spans import Span

_NO_INSIDE = re.compile(r"/>|</(?:[^\s:<>]+:)?items\b")
"""What stands behind the empty place of a value that has no tags of its own: `<item/>`, `<items>` without `<value>`."""


def text_edit(edit: Edit) -> TextEdit | None:
    """Return the text edit that carries out `edit`; every character outside it stays as it is.

    None where no replacement of just this stretch does it: the value has no tags of its own, or has a comment in it, a part
    of a value begins in a CDATA section and ends outside, nothing that could hold a new member is there, or a list has no way to write the value.
    """
    place = edit.place
    if is_yaml(place.document) or is_rows(place.document):
        return list_edit(edit)
    if edit.action == "remove":
        span, text = _removal(place), ""
    elif edit.action == "wrap":
        span = place.span
        text = f"[{place.document.root.text.text[span.start : span.end]}]"
    elif edit.action == "insert":
        addition = _addition(place, edit.value)
        if addition is None:
            return None
        span, text = addition
    else:
        target = place.key() if edit.action == "rename" else place
        span = target.span
        if not _replaceable(target, span):
            return None
        text = _encoded(target, edit.value, span)
    return TextEdit(place.document.root.name, span.start, span.end, text)


def _is_xml(document: Document) -> bool:
    is_metadata = document.kind == "salesforce" and document.form not in {APEX, PROJECT}
    return document.host is None and (is_metadata or document.kind == "callcenter")


def _is_code(document: Document) -> bool:
    return document.form == APEX


def _replaceable(target: Place, span: Span) -> bool:
    root = target.document.root
    if not _is_xml(root):
        return True
    text = root.text.text
    if "<!--" in text[span.start : span.end]:
        return False
    if _is_xml(target.document) and span == target.own_span:
        return span.start < span.end or _NO_INSIDE.match(text, span.end) is None
    return "<![CDATA[" not in text[span.start : span.end] and "]]>" not in text[span.start : span.end]


def _encoded(place: Place, value: Any, span: Span) -> str:
    """Return `value` as source text for a place: escaped for its own format, then for each host around it.

    `span` is the stretch of the file that the text replaces.
    """
    document = place.document
    if _is_code(document):
        return str(value)
    if _is_xml(document):
        return _as_xml(place, value if isinstance(value, str) else json.dumps(value), span)
    text = _as_json(value)
    if place.within is not None:
        text = text[1:-1]  # a part of a string: the quotes around it stay
    return _in_host(document, text, span)


def _as_json(value: Any) -> str:
    """Return a value as JSON; what stands at a place, as it is written there."""
    if not isinstance(value, Place):
        return json.dumps(value, ensure_ascii=False)
    span = value.own_span
    return value.document.text.text[span.start : span.end]


def _in_host(document: Document, text: str, span: Span) -> str:
    """Return the source text of an embedded document, escaped for each host around it: a part of the host's value."""
    return _encoded(document.host.slice(0, 0), text, span) if document.host else text


def _as_xml(place: Place, value: str, span: Span) -> str:
    from wxcc_lint.documents.xml_text import encode_xml_attribute, encode_xml_text

    own, text = place.own_span, place.document.text.text
    before, raw = text[own.start - 1 : own.start], text[own.start : own.end]
    if before in {'"', "'"}:
        return encode_xml_attribute(value, before)
    if span == own:
        return encode_xml_text(value, raw)
    if text.rfind("<![CDATA[", own.start, span.start) > text.rfind("]]>", own.start, span.start):
        return value.replace("]]>", "]]]]><![CDATA[>").replace("\r", "]]>&#13;<![CDATA[")
    return encode_xml_text(value, "&quot;" if "&quot;" in raw else "")  # of a part, only the manner of quotes counts


def _removal(place: Place) -> Span:
    document, path = place.document, place.path
    if not _is_xml(document):
        return document.to_root(member(document, path))
    if isinstance(path[-1], str) and path[-1].startswith("@"):
        return _attribute(document, path)
    return _with_line(document.text.text, document.tree.element_span(path))


def _addition(place: Place, value: Any) -> tuple[Span, str] | None:
    """Return where in the file a new member goes, and its text: in the manner of its neighbours, behind the last one."""
    document, parent, name = place.document, place.path[:-1], place.path[-1]
    if _is_xml(document):
        return new_item(document, place.path, value) if document.kind == "callcenter" else None
    if parent not in document.spans or place.path in document.spans:
        return None
    source, around = document.text.text, document.spans[parent].value
    if source[around.start] != "{":
        return None
    text, end, colon = "", around.start + 1, ": "
    members = [path for path in document.spans if path and path[:-1] == parent]
    if members:
        key, last = document.spans[members[-1]]
        assert key is not None, "members of objects have names"
        before, colon = source[: key.start], source[key.end : last.start]
        text, end = "," + (before[len(before.rstrip()) :] or " " * (colon == ": ")), last.end
    span = document.to_root(Span(end, end))
    return span, _in_host(document, f"{text}{_as_json(name)}{colon}{_as_json(value)}", span)


def _attribute(document: Document, path: Path) -> Span:
    """Return an attribute with the blanks before it, or the element that takes its place in the metadata form."""
    text = document.text.text
    key, value = document.spans[path]
    assert key is not None, "attributes have names"
    if text[value.start - 1] in {'"', "'"}:
        return Span(len(text[: key.start].rstrip()), value.end + 1)
    return _with_line(text, Span(key.start - 1, text.index(">", value.end) + 1))


def _with_line(text: str, span: Span) -> Span:
    """Return an element's span, with its line when it has the line to itself."""
    line = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)").match(text, span.end)
    indent = re.search(r"(?:\A|(?<=[\r\n]))[ \t]*\Z", text[: span.start])
    return Span(indent.start(), line.end()) if line and indent else span
