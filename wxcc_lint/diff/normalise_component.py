"""Salesforce components as trees: elements by name, lists as multisets by what tells their entries apart, Apex as text."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from msgspec.structs import replace

from wxcc_lint.catalog.drift import component_defaults, grows_by_itself
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree, below
from wxcc_lint.documents.identity import element_key
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.salesforce import APEX

_BLANKS: Final = "component-blanks"
_DEFAULTS: Final = "component-defaults"
_OFF: Final = ("", "false")


def component_trees(
    left: Document | None, right: Document | None, steps: Collection[str]
) -> tuple[Tree | None, Tree | None]:
    """Return the trees of two components of one type."""
    if left is None or right is None:
        return (_tree(left, steps) if left else None), (_tree(right, steps) if right else None)
    before, after = _tree(left, steps), _tree(right, steps)
    if isinstance(before, Leaf) or isinstance(after, Leaf):
        return before, after
    if "server-fields" in steps and grows_by_itself(left.form):
        shared = before.children.keys() & after.children.keys()
        before, after = _only(before, shared), _only(after, shared)
    return _without_silent(before, after, steps), _without_silent(after, before, steps)


def _only(tree: Branch, names: Collection[Key]) -> Branch:
    return replace(tree, children={name: child for name, child in tree.children.items() if name in names}, source=None)


def _without_silent(tree: Branch, other: Branch, steps: Collection[str]) -> Branch:
    """Return a tree without what says the same as being absent, wherever the other tree does not have it."""
    if _DEFAULTS not in steps:
        return tree
    children: dict[Key, Tree] = {}
    for key, child in tree.children.items():
        partner = other.children.get(key)
        if isinstance(child, Branch) and isinstance(partner, Branch):
            children[key] = _without_silent(child, partner, steps)
        elif partner is not None or not _is_silent(key, child):
            children[key] = child
    return replace(tree, children=children, source=None)


def _is_silent(key: Key, tree: Tree) -> bool:
    said = tree.value.strip() if isinstance(tree, Leaf) and isinstance(tree.value, str) else None
    return isinstance(key, str) and said in (*_OFF, component_defaults().get(key, ""))


def _tree(document: Document, steps: Collection[str]) -> Tree:
    place, written = Place(document, ()), (document.source or document).data
    if document.form == APEX:
        return Leaf(_lines(document.data) if _BLANKS in steps else document.data, written, place)
    return _node(document.data, written, place, steps)


def _lines(source: str) -> str:
    """Return Apex without the blanks around its lines, and without empty lines."""
    return "\n".join(line.strip() for line in source.splitlines() if line.strip())


def _node(value: Any, written: Any, place: Place, steps: Collection[str]) -> Tree:
    if isinstance(value, dict):
        members: dict[Key, Tree] = {
            name: _node(child, written[name], below(place, name), steps) for name, child in value.items()
        }
        return Branch(members, "none", place)
    if isinstance(value, list):
        elements: dict[Key, Tree] = {
            element_key(place.document, place.path, value, index): _node(
                element, written[index], below(place, index), steps
            )
            for index, element in enumerate(value)
        }
        return Branch(elements, "none", place, "list")
    return Leaf(value.strip() if _BLANKS in steps and isinstance(value, str) else value, written, place)
