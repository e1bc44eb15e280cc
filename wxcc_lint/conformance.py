"""What the shipped schemas find in a view, as rule names and places."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.problems import Edit, Fix
from wxcc_lint.schema import SchemaFinding, load_schema, schema_findings
from wxcc_lint.schema_mends import Mend
from wxcc_lint.schema_words import plain

MAPPING_SCHEMAS = {"W": "callcenter-mapping-w", "A": "callcenter-mapping-a", "C": "callcenter-conditional"}
"""The schema for each way mapping arrays are written; the letters are the catalogue's."""

_GENERATIONS = ("v1", "v2")
"""The generations that have a schema, `callcenter-v1` and so on."""


class SchemaProblem(Struct, frozen=True):
    """A schema's finding at its place; `rule` names it."""

    rule: str
    place: Place
    message: str
    help: str
    fix: Fix | None = None


def mapping_shape(view: CallCenter, item: Item) -> Mapping[str, Any]:
    """Return the schema of the objects in a mapping item, for the way in which the item is written."""
    shape: Mapping[str, Any] = load_schema(MAPPING_SCHEMAS[view.dialect(item)])["items"]
    return shape


def schema_problems(view: Any) -> Iterator[SchemaProblem]:
    """Yield what the schemas for this kind of view find."""
    yield from _BY_KIND.get(view.kind, lambda _view: iter(()))(view)


def _callcenter(view: CallCenter) -> Iterator[SchemaProblem]:
    if view.generation not in _GENERATIONS:
        return
    stripped = {
        section: {name: text.strip() for name, text in items.items()} for section, items in view.document.data.items()
    }
    for found in schema_findings(stripped, load_schema(f"callcenter-{view.generation}")):
        item = (
            view.item(str(found.path[-1]), str(found.path[0]))
            if len(found.path) > 1 and found.part == "value"
            else None
        )
        place = Place(view.document, found.path, found.part) if item is None else _value_or_name(item)
        for problem in _named(found, place, Place(view.document, ())):
            yield replace(problem, fix=_new_item(view, found)) if found.missing else problem
    for item in view.mapping_items():
        yield from _mappings(view, item)


def _value_or_name(item: Item) -> Place:
    return item.name_at if item.is_blank else item.at


def _new_item(view: CallCenter, found: SchemaFinding) -> Fix | None:
    """Return a fix that adds an item as the vendor ships it; None where that need not fit, as with the adapter URL."""
    path = (*found.path, found.missing)
    fact = next((fact for key, fact in view.vocabulary.releases[-1].items.items() if key == path), None)
    if fact is None or fact.type == "url":
        return None
    new = Edit(Place(view.document, path), "insert", {"label": fact.label, "value": fact.default})
    return Fix(f"add {fact.name} with '{fact.default}'", (new,), safe=False)


def _mappings(view: CallCenter, item: Item) -> Iterator[SchemaProblem]:
    schema = load_schema(MAPPING_SCHEMAS[view.dialect(item)])
    if item.is_blank:
        yield SchemaProblem(
            schema["x-rule"], item.name_at, "the list of mappings is blank", "write [] where nothing is mapped"
        )
        return
    embedded = view.json_of(item)
    if embedded is not None:
        for found in schema_findings(embedded.data, schema, f"'{view.label_of(item)}'"):
            yield from _named(found, Place(embedded, found.path, found.part), Place(embedded, ()))


def _layout(view: Layout) -> Iterator[SchemaProblem]:
    document, begin = view.root_at.document, view.root_at.path
    for found in schema_findings(view.root, load_schema("desktop-layout")):
        place = Place(document, (*begin, *found.path), found.part)
        nameless = found.part == "key" and document.spans[place.path].key is None  # the file, or an entry of a list
        marked = place.slice(0, 1) if nameless else place  # then its opening bracket stands for it
        yield from _named(found, marked, view.root_at)


def _named(found: SchemaFinding, place: Place, begin: Place) -> Iterator[SchemaProblem]:
    """Yield a finding of a rule at its place; paths of the schema are counted from `begin`."""
    if found.rule is not None:
        fix = None if found.mend is None else _fix(found.mend, begin)
        yield SchemaProblem(found.rule, place, found.message, found.help, fix)


def _fix(mend: Mend, begin: Place) -> Fix:
    last = mend.path[-1] if mend.path else None
    name = f"'{last}'" if isinstance(last, str) else "the entry"
    words = {
        "set": f"write {plain(mend.value)}",
        "remove": f"take {name} away",
        "insert": f"add {name}",
        "wrap": "make it a list of one",
    }
    place = Place(begin.document, (*begin.path, *mend.path))
    return Fix(words[mend.action], (Edit(place, mend.action, mend.value),), mend.safe)


_BY_KIND: Mapping[str, Callable[[Any], Iterator[SchemaProblem]]] = {"callcenter": _callcenter, "layout": _layout}
