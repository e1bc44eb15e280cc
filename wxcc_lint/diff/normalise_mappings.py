"""What the lists in call center items hold, as trees: an entry is known by the field it writes to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.catalog.vocabulary import ItemFact, Vocabulary
from wxcc_lint.diff.normalise_values import TARGETS, ApiNames, property_value
from wxcc_lint.diff.tree import Branch, Key, Leaf, Order, Tree, json_tree
from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.field_lists import ListedField, holds_json, listed_fields
from wxcc_lint.documents.identity import element_key
from wxcc_lint.documents.model import Document, NodeSpans, Path, Place, SpanTable
from wxcc_lint.documents.paths import IndexSelector, KeySelector, Selector
from wxcc_lint.spans import Span, Text

_CONTINUATION: Final = re.compile(r"(.+?)[2-9]")
_Counted = tuple[tuple[str, str], ...]


class Written(Struct, frozen=True):
    """An item, and the same one before variables were filled in."""

    item: Item
    original: Item


def list_fact(vocabulary: Vocabulary, section: str, name: str) -> ItemFact | None:
    """Return what is known of the first of the items whose lists are one; of further ones, that vendors may add, too."""
    fact = vocabulary.item(section, name)
    if fact is None and (further := _CONTINUATION.fullmatch(name)):
        fact = vocabulary.item(section, f"{further[1]}1")
    if fact is not None and fact.continues is not None:
        fact = vocabulary.item(section, fact.continues)
    return fact if fact is not None and fact.dialect is not None else None


def array_of(item: Item) -> Document | None:
    """Return the JSON of an item, if it is an array."""
    document = None if item.is_blank else item.json()
    return document if document is not None and isinstance(document.data, list) else None


def mapping_tree(items: list[Written], steps: Collection[str], names: ApiNames) -> Branch:
    """Return the tree of items whose arrays are one list."""
    entries = [
        (_respelt(selector, steps, names), _entry(value, said, place, steps, names))
        for selector, value, said, place in _elements(items)
    ]
    order: Order = "free" if "mappings" in steps else "kept"
    return Branch(_numbered(entries), order, items[0].item.at, "list")


def _elements(items: list[Written]) -> Iterator[tuple[Selector, Any, Any, Place]]:
    for one in items:
        document, original = array_of(one.item), array_of(one.original)
        assert document is not None, "what cannot be read is compared as text"
        written = document.data if original is None else original.data
        for index, value in enumerate(document.data):
            said = written[index] if len(written) == len(document.data) else value
            yield element_key(document, (), document.data, index), value, said, Place(document, (index,))


def _entry(value: Any, said: Any, place: Place, steps: Collection[str], names: ApiNames) -> Tree:
    tree = json_tree(value, place, said)
    if isinstance(tree, Leaf):
        return tree
    children: dict[Key, Tree] = {
        key: replace(child, value=property_value(str(key), child.value, steps, names))
        if isinstance(child, Leaf)
        else child
        for key, child in tree.children.items()
    }
    return replace(tree, children=children)


def _respelt(selector: Selector, steps: Collection[str], names: ApiNames) -> Selector:
    if isinstance(selector, IndexSelector) or "api-names" not in steps:
        return selector
    return KeySelector(
        tuple((name, names.spelt(value) if name in TARGETS else value) for name, value in selector.pairs)
    )


def _numbered(entries: list[tuple[Selector, Tree]]) -> dict[Key, Tree]:
    """Count equal keys anew: those of several arrays stand in one list, and some differ only in spelling."""
    count: Counter[_Counted] = Counter()
    children: dict[Key, Tree] = {}
    for index, (selector, tree) in enumerate(entries):
        if isinstance(selector, IndexSelector):
            children[IndexSelector(index)] = tree
        else:
            count[selector.pairs] += 1
            children[replace(selector, number=count[selector.pairs])] = tree
    return children


def field_list_tree(item: Item, steps: Collection[str], names: ApiNames) -> Branch | None:
    """Return the tree of a field list, `Category__c={Category},…`; None for an item that holds something else.

    Its entries have the addresses that those of a mapping array have.
    """
    if holds_json(item):
        return None
    fields = listed_fields(item) if item.value else ()
    data = [{"sfdcFieldName": field.target.trimmed.text} for field in fields]
    host = Place(item.document, item.path)
    document = Document(item.document.name, "callcenter", Text(item.text), data, host=host)
    document.build_spans = lambda: _spans(item, fields)
    entries: list[tuple[Selector, Tree]] = [
        (
            _respelt(element_key(document, (), data, index), steps, names),
            Leaf(field.source and field.source.trimmed.text, field.whole.trimmed.text, Place(document, (index,))),
        )
        for index, field in enumerate(fields)
    ]
    return Branch(_numbered(entries), "free", item.at, "list")


def _spans(item: Item, fields: tuple[ListedField, ...]) -> SpanTable:
    spans: dict[Path, NodeSpans] = {(): NodeSpans(None, Span(0, len(item.text)))}
    for index, entry in enumerate(field.whole.trimmed for field in fields):
        spans[(index,)] = NodeSpans(None, Span(entry.start, entry.end))
    return spans
