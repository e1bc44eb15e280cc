"""A call center as YAML rules walk it: sections, items, their attributes, and the JSON that items hold."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from wxcc_lint.documents.model import Path, Place
from wxcc_lint.documents.nodes import Node, json_node, json_paths

if TYPE_CHECKING:
    from wxcc_lint.documents.callcenter import Item
    from wxcc_lint.documents.callcenter_view import CallCenter


def find_node(view: CallCenter, path: Path) -> Node | None:
    """Return the node at `(section, item, …)`; below an item the path goes on in its JSON."""
    if not path:
        return Node(view.root_at, view.document.data, view.root_name, "")
    if _is_attribute(path[0]):
        return _text(view, path, view.mirrors.get(str(path[0])[1:]))
    section = view.section(str(path[0]))
    if section is None:
        return None
    if len(path) == 1:
        held = view.document.data.get(section.name, {})
        return Node(Place(view.document, path), held, section.name, section.label or "")
    if _is_attribute(path[1]):
        return _text(view, path, {"@label": section.label, "@sortOrder": section.sort_order}.get(str(path[1])))
    item = view.item(str(path[1]), section.name)
    return None if item is None else _at_item(view, item, path[2:])


def _at_item(view: CallCenter, item: Item, rest: Path) -> Node | None:
    label = view.label_of(item)
    if not rest:
        return Node(item.at, item.value, item.name, label)
    if _is_attribute(rest[0]):
        said = {"@label": item.label, "@sortOrder": item.sort_order}.get(str(rest[0]))
        return _text(view, (*item.path, rest[0]), said)
    embedded = view.json_of(item)
    return None if embedded is None else json_node(embedded, rest, label)


def _text(view: CallCenter, path: Path, text: str | None) -> Node | None:
    return None if text is None else Node(Place(view.document, path), text, str(path[-1]), "")


def _is_attribute(step: str | int) -> bool:
    return isinstance(step, str) and step.startswith("@")


def all_nodes(view: CallCenter) -> Iterator[tuple[Path, Node]]:
    """Yield every node in document order: each section, then its items, then what their JSON holds."""
    for path in _paths(view):
        node = find_node(view, path)
        if node is not None:
            yield path, node


def _paths(view: CallCenter) -> Iterator[Path]:
    yield ()
    yield from ((f"@{name}",) for name in view.mirrors)
    for section in view.sections:
        if section.repeat > 1 or not section.name:
            continue  # `data` and YAML rules know the first of equal names; repeats are an error of their own
        yield (section.name,)
        yield (section.name, "@label")
        yield (section.name, "@sortOrder")
        for item in section.items:
            if item.repeat > 1 or not item.name:
                continue
            yield (section.name, item.name)
            yield (section.name, item.name, "@label")
            yield (section.name, item.name, "@sortOrder")
            embedded = view.json_of(item)
            if embedded is not None:
                yield from ((section.name, item.name, *path) for path in json_paths(embedded.data) if path)
