"""Rows of the CallCenter object, as a SOQL query returns them: what they say as a call center document.

A row knows the general settings alone: its columns, and as JSON in `CustomSettings` the other items of the general
section. All other sections are absent.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.documents.callcenter_tree import Field, Node, Tree
from wxcc_lint.documents.callcenter_view import GENERAL
from wxcc_lint.documents.json import decode_value, parse_json
from wxcc_lint.documents.model import Document, Fault, NodeSpans, Path, Place, SpanTable, stretch
from wxcc_lint.documents.slips import SYNTAX
from wxcc_lint.documents.xml import Element, XmlText
from wxcc_lint.spans import Span

_MARK = re.compile(rb'"InternalName"\s*:')
_COLUMNS: Final = {"InternalName": "reqInternalName", "Name": "reqDisplayName", "AdapterUrl": "reqAdapterUrl"}
"""Columns and the items that say the same."""
_SETTINGS: Final = "CustomSettings"
_OTHERS: Final = (_SETTINGS, "AdapterUrl", "Version")
"""Columns of which a row has one at least, beside its internal name: other objects have internal names as well."""
_NO_XML: Final = XmlText("<CallCenter/>", Element(0, "CallCenter", "", {}, "", ()))
"""What stands for the source of a tree that was never XML."""


class Rows(Struct, frozen=True):
    """The call centers of a reply; `is_complete` is false where the server had more to say."""

    documents: tuple[Document, ...]
    is_complete: bool = True


def may_hold_rows(head: bytes) -> bool:
    """Tell from the first bytes of a file whether it may hold rows of call centers."""
    return _MARK.search(head) is not None


def parse_rows(name: str, text: str) -> Rows:
    """Read a row, a list of rows, or a query's reply, also as the sf command prints it; never raises.

    What is no row is left out. A text that is no JSON is one document with the fault; so is a row with such settings.
    """
    reply = parse_json(name, text, "callcenter")
    if reply.faults:
        return Rows((reply,))
    rows = list(_rows(reply.data, ()))
    return Rows(tuple(_document(reply, row, path) for row, path in rows), _is_complete(reply.data))


def _rows(data: Any, path: Path) -> Iterator[tuple[Mapping[str, Any], Path]]:
    if isinstance(data, list):
        for index, row in enumerate(data):
            if isinstance(row, dict) and "InternalName" in row and not row.keys().isdisjoint(_OTHERS):
                yield row, (*path, index)
    elif isinstance(data, dict):
        inner = next((key for key in ("result", "records") if isinstance(data.get(key), dict | list)), None)
        if inner is not None:
            yield from _rows(data[inner], (*path, inner))
        elif "InternalName" in data and not data.keys().isdisjoint(_OTHERS):
            yield data, path


def _is_complete(data: Any) -> bool:
    if not isinstance(data, dict):
        return True
    return data.get("done") is not False and _is_complete(data.get("result"))


def _document(reply: Document, row: Mapping[str, Any], path: Path) -> Document:
    document = replace(reply, data=None, form="row", decode_value=_decode, selectors={})
    settings = _settings(reply, row.get(_SETTINGS), Place(reply, (*path, _SETTINGS)))
    if isinstance(settings, Fault):
        document.faults = (settings,)
        return document
    said = {item: (row[column], Place(reply, (*path, column))) for column, item in _COLUMNS.items() if column in row}
    members, at = settings
    for name, value in members.items():
        said.setdefault(name, (value, Place(at.document, (*at.path, name))))
    texts = {name: _text(value) for name, (value, _) in said.items()}
    places = {name: place for name, (_, place) in said.items()}
    tree = _tree(texts, _text(row["Version"]) if "Version" in row else None)
    document.data, document.tree = tree.data(), tree
    document.build_spans = lambda: _span_table(places, Place(reply, path))
    return document


def _settings(reply: Document, said: Any, at: Place) -> tuple[Mapping[str, Any], Place] | Fault:
    """Return the settings and the place they are members of; settings that are blank have no members."""
    if isinstance(said, str):
        if not said.strip():
            return {}, at
        embedded = parse_json(reply.name, said, "callcenter", host=at)
        if embedded.faults:
            fault = embedded.faults[0]
            return replace(fault, message=f"{_SETTINGS}: {fault.message}", span=embedded.to_root(fault.span))
        said, at = embedded.data, Place(embedded, ())
    if said is None or isinstance(said, dict):
        return said or {}, at
    return Fault(SYNTAX, f"{_SETTINGS} holds no object with settings", at.span)


def _span_table(places: Mapping[str, Place], row: Place) -> SpanTable:
    whole = NodeSpans(None, row.span)
    version = Place(row.document, (*row.path, "Version"))
    spans: dict[Path, NodeSpans] = {(): whole, (GENERAL,): whole, ("@version",): _spans(version)}
    spans.update({(GENERAL, name): _spans(place) for name, place in places.items()})
    return spans


def _text(value: Any) -> str:
    """Return what an item of the other forms would hold: a text. Null is how a query says that nothing is filled in."""
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _tree(texts: Mapping[str, str], version: str | None) -> Tree:
    items = tuple(_node((GENERAL, name), name, text) for name, text in texts.items())
    general = replace(_node((GENERAL,), GENERAL, ""), value=None, items=items)
    mirrors = {} if version is None else {"version": Field(version, 0)}
    return Tree(_NO_XML, "row", mirrors, (general,), ())


def _node(path: Path, name: str, text: str) -> Node:
    return Node(path, 1, 0, Field(name, 0), {}, Field(text, 0))


def _spans(place: Place) -> NodeSpans:
    return NodeSpans(place.key().span, place.span)


def _decode(raw: str) -> tuple[str, list[Span]]:
    r"""Read the source of a value as `decode_value` does; a setting's value is JSON within JSON, `\"550\"`."""
    if not raw.startswith('\\"'):
        return decode_value(raw)
    outer, characters = decode_value(f'"{raw}"')
    within = [Span(span.start - 1, span.end - 1) for span in characters]
    text, inner = decode_value(outer)
    return text, [stretch(within, span, Span(0, len(raw))) for span in inner]
