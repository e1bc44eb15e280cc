"""New items of a call center: written like the items that are there already, in either form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from wxcc_lint.documents.callcenter import tree_of
from wxcc_lint.documents.callcenter_tree import Field, Node
from wxcc_lint.documents.model import Document, Path, Place
from wxcc_lint.documents.xml import Layout
from wxcc_lint.documents.xml_text import encode_xml_attribute, encode_xml_text
from wxcc_lint.spans import Span

_FIELDS: Final = frozenset({"name", "label", "sortOrder", "value"})
_LINE_BEGINS: Final = re.compile(r"(?:\r\n|\n|\r)[ \t]*\Z")
_REMARK: Final = re.compile(r"(?:[ \t]*<!--(?:(?!-->)[^\r\n])*-->)?")


def new_item(document: Document, path: Path, said: Mapping[str, str | Place]) -> tuple[Span, str] | None:
    """Return the empty place behind the last item of a section, and the source of a new item for it.

    `path` is that of the item, and `said` has its `label` and `value`; a value that is the place of another item is what
    stands there, as it is written. Its sortOrder is the next one. None where there is such an item, or no other item to
    learn from how items are written.
    """
    tree = tree_of(document)
    layout, source = tree.source.layout, document.text.text
    section = next((one for one in tree.sections if one.path == path[:-1]), None)
    if section is None or path in document.spans:
        return None
    model = next((item for item in reversed(section.items) if _is_plain(item, layout, source)), None)
    if model is None:
        return None
    orders = [int(order) for item in section.items if (order := item.said("sortOrder") or "").isdecimal()]
    texts: dict[str, str | Place] = {**said, "name": str(path[-1]), "sortOrder": str(max(orders, default=-1) + 1)}
    last = layout.elements[section.items[-1].element].whole
    gap = _LINE_BEGINS.search(source[: last.start])
    remark = _REMARK.match(source, last.end)
    assert remark is not None, "the pattern matches nothing at all, too"
    return Span(remark.end(), remark.end()), (gap[0] if gap else "") + _like(model, texts, layout, source)


def _fields(item: Node) -> Iterator[tuple[str, Field]]:
    yield from item.extras.items()
    if item.name_field:
        yield "name", item.name_field
    if item.value:
        yield "value", item.value


def _is_plain(item: Node, layout: Layout, source: str) -> bool:
    """Tell whether an item consists of what every item has, each with a place for a text."""
    element = layout.elements[item.element]
    fields = dict(_fields(item))
    return (
        {"name", "value"} <= fields.keys() <= _FIELDS
        and element.attributes.keys() <= _FIELDS
        and all(field.attribute or layout.elements[field.element].has_content for field in fields.values())
        and not item.strays
        and "<!--" not in source[element.whole.start : element.whole.end]
    )


def _like(model: Node, texts: Mapping[str, str | Place], layout: Layout, source: str) -> str:
    """Return the source of an item with other texts in it."""
    whole = layout.elements[model.element].whole
    pieces, at = [], whole.start
    in_order = sorted((field.spans(layout).value, name, field) for name, field in _fields(model))
    for span, name, field in in_order:
        pieces += [source[at : span.start], _written(texts[name], field, span, source)]
        at = span.end
    return "".join([*pieces, source[at : whole.end]])


def _written(text: str | Place, field: Field, span: Span, source: str) -> str:
    if isinstance(text, Place):
        own = text.own_span
        return source[own.start : own.end]
    if field.attribute:
        return encode_xml_attribute(text, source[span.end])
    return encode_xml_text(text, source[span.start : span.end])
