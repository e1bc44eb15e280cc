"""Desktop layouts as trees. Inside a layout everything is compared as it is written: there "true" is not true."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Final

from msgspec.structs import replace

from wxcc_lint.catalog.layout_record import record_facts
from wxcc_lint.diff.tree import Branch, Key, Leaf, Tree, below, json_tree
from wxcc_lint.documents.layout import CONTENT, content_of
from wxcc_lint.documents.layout_nodes import ROLES
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.paths import KeySelector

_NAME: Final = "name"
_FORM: Final = "form"
_FORMS: Final = {"single": "one configuration for all roles", "roles": "a configuration for each role"}


def layout_trees(
    left: Document | None, right: Document | None, steps: Collection[str]
) -> tuple[Tree | None, Tree | None]:
    """Return the trees of two layouts: of what they hold, with the fields of the API's object as attributes."""
    documents = [document for document in (left, right) if document is not None]
    lifts = "single-role" in steps and len({Layout(document).form for document in documents}) > 1
    fields = _fields(documents, steps)
    first, second = (
        _tree(document, fields, steps, lifts=lifts) if document is not None else None for document in (left, right)
    )
    return first, second


def _fields(documents: list[Document], steps: Collection[str]) -> set[str]:
    """Return which fields of the API's object are compared."""
    declared = [document.data.keys() - {CONTENT} if Layout(document).is_wrapped else set() for document in documents]
    if "server-fields" in steps:
        return set.intersection(*declared) - record_facts().server
    # A layout that stands alone has no name but the one that they were paired by.
    return set.union(*declared) - (set() if all(declared) else {_NAME})


def _tree(document: Document, fields: set[str], steps: Collection[str], *, lifts: bool) -> Tree:
    place = content_of(document)
    original = content_of(document.source or document)
    tree = json_tree(_value(place), place, _value(original))
    attributes = _record(document, fields, steps) if Layout(document).is_wrapped else {}
    if lifts:
        form = Layout(document).form
        attributes[_FORM] = Leaf(form, _FORMS[form], place)
        if form == "single":
            return Branch(dict.fromkeys(ROLES, tree), "free", place, attributes=attributes)
    return replace(tree, attributes=attributes) if attributes else tree


def _value(place: Place) -> Any:
    value = place.document.data
    for step in place.path:
        value = value[step]
    return value


def _record(document: Document, fields: set[str], steps: Collection[str]) -> dict[str, Tree]:
    written = (document.source or document).data
    facts = record_facts()
    trees: dict[str, Tree] = {}
    for name, value in document.data.items():
        place = Place(document, (name,))
        if name in facts.sets and "sets" in steps and _is_texts(value):
            trees[name] = _set(value, place)
        elif name in facts.optional and value is None:
            trees[name] = Leaf("", None, place)
        else:
            trees[name] = json_tree(value, place, written[name])
    return {name: tree for name, tree in trees.items() if name in fields}


def _is_texts(value: Any) -> bool:
    """Tell whether a value is a list of texts, which are told apart by what they say."""
    return isinstance(value, list) and all(isinstance(one, str) for one in value)


def _set(values: list[str], place: Place) -> Tree:
    elements: dict[Key, Tree] = {
        KeySelector((("value", value),)): Leaf(value, value, below(place, index)) for index, value in enumerate(values)
    }
    return Branch(elements, "free", place, "list")
