"""Call centers as trees, whichever of their forms they have: sections, items, and what lists in items hold."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.diff.content import Content, SectionContent
from wxcc_lint.diff.normalise_common import keep_what_both_can_say
from wxcc_lint.diff.normalise_mappings import Written, array_of, field_list_tree, list_fact, mapping_tree
from wxcc_lint.diff.normalise_mirrors import add_mirrors
from wxcc_lint.diff.normalise_values import ApiNames, item_value
from wxcc_lint.diff.tree import Key, Leaf, Tree
from wxcc_lint.documents.callcenter import Item, Section
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.paths import KeySelector

_Sorted = TypeVar("_Sorted", Section, Item)
_Lists = frozenset[tuple[str, str]]
_LISTS_NEED = frozenset({"embedded-json", "mappings"})


class _Reading(Struct, frozen=True):
    """How both sides are read. `apart` are lists, by section and first item, whose items stay apart: one is no list."""

    steps: Collection[str]
    names: ApiNames
    apart: _Lists
    is_ordered: bool


def callcenter_trees(
    left: Document | None, right: Document | None, steps: Collection[str]
) -> tuple[Tree | None, Tree | None]:
    """Return the trees of two call centers, cut to what the forms of both can say."""
    views = [CallCenter(document) for document in (left, right) if document is not None]
    is_ordered = all(view.form == "import" for view in views)
    apart = frozenset(one for view in views for one in _unreadable(view, steps))
    reading = _Reading(steps, ApiNames(), apart, is_ordered)
    contents = [_content(view, reading) for view in views]
    if len(contents) > 1:
        keep_what_both_can_say(contents[0], contents[1], steps)
    trees = iter([content.tree("kept" if is_ordered else "free") for content in contents])
    return (next(trees) if left is not None else None), (next(trees) if right is not None else None)


def _unreadable(view: CallCenter, steps: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield the lists of which an item holds something else."""
    for item in view.items():
        fact = list_fact(view.vocabulary, item.section, _name(view, item, steps))
        if fact is not None and array_of(item) is None:
            yield item.section, fact.name


def _content(view: CallCenter, reading: _Reading) -> Content:
    original = CallCenter(view.document.source or view.document)
    content = Content(view)
    originals = {item.path: item for item in original.items()}
    for section in _in_order(view.sections, reading):
        held = SectionContent(Place(view.document, section.path), _attributes(section, reading))
        content.sections[_key(section.name, section.repeat)] = held
        groups: dict[Key, list[Written]] = {}
        for item in _in_order(section.items, reading):
            groups.setdefault(_group(view, item, reading), []).append(Written(item, originals[item.path]))
        held.items |= {key: _tree(view, items, reading) for key, items in groups.items()}
    add_mirrors(content, original, reading.steps)
    return content


def _in_order(nodes: tuple[_Sorted, ...], reading: _Reading) -> list[_Sorted]:
    """Return sections or items as Setup shows them, by sortOrder where each has one."""
    orders = [node.sort_order or "" for node in nodes]
    if not reading.is_ordered or not all(order.strip().isdecimal() for order in orders):
        return list(nodes)
    return sorted(nodes, key=lambda node: int(node.sort_order or ""))


def _key(name: str, repeat: int) -> Key:
    return name if repeat == 1 else KeySelector((("name", name),), repeat)


def _name(view: CallCenter, item: Item, steps: Collection[str]) -> str:
    """Return what later releases call an item, if its own release has it and the file not both."""
    fact = view.release.items.get((item.section, item.name)) if view.release else None
    newer = fact.renamed_to if fact is not None and "renamed-items" in steps else None
    return newer if newer is not None and view.item(newer, item.section) is None else item.name


def _group(view: CallCenter, item: Item, reading: _Reading) -> Key:
    """Return what an item is known by: several whose lists are one are known by the first."""
    name = _name(view, item, reading.steps)
    fact = list_fact(view.vocabulary, item.section, name)
    is_joined = set(reading.steps) >= _LISTS_NEED and item.repeat == 1
    if fact is None or not is_joined or (item.section, fact.name) in reading.apart:
        return _key(name, item.repeat)
    return fact.name


def _tree(view: CallCenter, items: list[Written], reading: _Reading) -> Tree:
    """Return the tree of an item, or of several whose lists are one, in the order of their names: they end in numbers."""
    items = sorted(items, key=lambda one: one.item.name)
    first = items[0].item
    tree = _list(view, items, reading) or Leaf(
        item_value(first.text, view.fact(first), reading.steps, reading.names),
        items[0].original.value if "whitespace" in reading.steps else items[0].original.text,
        first.at,
    )
    attributes = _attributes(first, reading)
    for further in (one.item for one in items[1:]):
        attributes |= {f"{further.name}/{name}": tree for name, tree in _attributes(further, reading).items()}
    return replace(tree, attributes=attributes)


def _list(view: CallCenter, items: list[Written], reading: _Reading) -> Tree | None:
    item = items[0].item
    fact = view.fact(item)
    if fact is not None and fact.type == "field-list" and "mappings" in reading.steps:
        return field_list_tree(item, reading.steps, reading.names)
    is_known = list_fact(view.vocabulary, item.section, item.name) is not None
    if not is_known or "embedded-json" not in reading.steps or array_of(item) is None:
        return None
    return mapping_tree(items, reading.steps, reading.names)


def _attributes(node: Section | Item, reading: _Reading) -> dict[str, Tree]:
    """Return the label; the sortOrder of a section or an item is its place among the others."""
    if node.label is None:
        return {}
    value = node.label.strip() if "whitespace" in reading.steps else node.label
    return {"@label": Leaf(value, node.label, node.label_at)}
