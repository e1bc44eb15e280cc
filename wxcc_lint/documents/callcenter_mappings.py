"""The mapping arrays of a call center: which value goes into which field, and the tables of conditions beside them.

Entries come as they stand, whatever else is wrong with them: a property that is missing, misspelt or no text is empty.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from wxcc_lint.catalog.salesforce_names import field_name_fault
from wxcc_lint.catalog.vocabulary import Dialect
from wxcc_lint.documents.callcenter import Item
from wxcc_lint.documents.callcenter_view import CallCenter
from wxcc_lint.documents.field_lists import field_lists, listed_fields
from wxcc_lint.documents.model import Document, Place
from wxcc_lint.documents.once import once

_NAMES: Mapping[Dialect, tuple[str, str]] = {
    "W": ("wxccFieldName", "sfdcFieldName"),
    "A": ("CadFieldName", "SalesforceFieldName"),
}
"""The properties with the variable and with the field."""
_VARIABLES = ("WxCCFieldName", "wxccFieldName")
_TEXT_OR_BLANK = re.compile(r'("(?:[^"\\]|\\.)*")|[ \t\r\n]+')


class Entry(Struct, frozen=True):
    """One object of a mapping array; `item` holds the array, and `document` is its JSON."""

    item: Item
    document: Document
    index: int
    data: Mapping[str, Any]

    @property
    def at(self) -> Place:
        """The place of the whole object."""
        return Place(self.document, (self.index,))

    def place(self, key: str) -> Place:
        """Return the place of a property's value; `.key()` of it is that of the property's name."""
        return Place(self.document, (self.index, key))

    def said(self, key: str) -> str:
        """Return the text of a property, empty where it is missing or no text."""
        value = self.data.get(key)
        return value if isinstance(value, str) else ""


class FieldMapping(Entry, frozen=True):
    """A field and where its value comes from, as far as it is written the way that belongs in this item.

    `object_name` is the Salesforce object written to, empty where the file does not say; `chain` names the first of the
    items whose arrays belong together. `is_shipped`: the vendor's own file has this very entry in this item.
    """

    object_name: str
    chain: str
    is_shipped: bool
    source_key: str
    target_key: str

    @property
    def source(self) -> str:
        """The variable of the call."""
        return self.said(self.source_key)

    @property
    def source_at(self) -> Place:
        """The place of the variable."""
        return self.place(self.source_key)

    @property
    def target(self) -> str:
        """The Salesforce field."""
        return self.said(self.target_key)

    @property
    def target_at(self) -> Place:
        """The place of the Salesforce field."""
        return self.place(self.target_key)

    @property
    def constant(self) -> str:
        """The constant, in use or not, without outer blanks."""
        return self.said("defaultFieldValue").strip()

    @property
    def constant_at(self) -> Place:
        """The place of the constant."""
        return self.place("defaultFieldValue")

    @property
    def writes_constant(self) -> bool:
        """Whether the constant is in use."""
        return self.data.get("isDefaultValueEnabled") in (True, "true")

    @property
    def is_conditional(self) -> bool:
        """Whether the value is looked up in the table of conditions."""
        return self.data.get("isConditionalEnabled") in (True, "true")


class Condition(Entry, frozen=True):
    """A row of a table of conditions: for this value of a variable, this text."""

    @property
    def variable_key(self) -> str:
        """How the name of the variable's property is spelt; two spellings are in use."""
        return next((key for key in _VARIABLES if key in self.data), _VARIABLES[0])

    @property
    def variable(self) -> str:
        """The variable of the call."""
        return self.said(self.variable_key)

    @property
    def variable_at(self) -> Place:
        """The place of the variable."""
        return self.place(self.variable_key)

    @property
    def value(self) -> str:
        """The value of the variable that this row is for."""
        return self.said("wxccFieldValue")

    @property
    def result(self) -> str:
        """The text that the value leads to."""
        return self.said("sfdcFieldValue")

    @property
    def result_at(self) -> Place:
        """The place of the text that the value leads to."""
        return self.place("sfdcFieldValue")


class ConditionTable(Struct, frozen=True):
    """A table of conditions and the mappings that may look their values up in it, all of which could be read.

    Every row has the property of a variable and that of its value.
    """

    item: Item
    rows: tuple[Condition, ...]
    mappings: tuple[FieldMapping, ...]

    @property
    def variables(self) -> tuple[str, ...]:
        """The variables that have rows, each once."""
        return tuple(dict.fromkeys(row.variable for row in self.rows))

    @property
    def unserved(self) -> tuple[FieldMapping, ...]:
        """The mappings that look up a variable without rows, one for each.

        A mapping that writes a constant as well is left out: it does not depend on the table.
        """
        wanting: dict[str, FieldMapping] = {}
        for mapping in self.mappings:
            looks_up = mapping.is_conditional and not mapping.writes_constant and mapping.source.strip()
            if looks_up and mapping.source not in self.variables:
                wanting.setdefault(mapping.source, mapping)
        return tuple(wanting.values())


class WrittenField(Struct, frozen=True):
    """A name that can be that of a Salesforce field, and the object it should be a field of (empty where none is said).

    `is_shipped`: it is the target of a mapping that the vendor's own file has.
    """

    name: str
    at: Place
    object_name: str
    item: Item
    is_shipped: bool


@once
def mapping_entries(view: CallCenter) -> tuple[Entry, ...]:
    """Return every object of every mapping array and table of conditions, however it is written, in the file's order."""
    return tuple(Entry(item, *entry) for item in view.mapping_items() for entry in _entries(view, item))


@once
def field_mappings(view: CallCenter) -> tuple[FieldMapping, ...]:
    """Return every entry of the field mappings, in the order of the file."""
    items = _mapping_items(view, conditional=False)
    return tuple(mapping for item in items for mapping in _mappings_of(view, item))


@once
def written_fields(view: CallCenter) -> tuple[WrittenField, ...]:
    """Return the fields that something is written to: targets of mappings and of field lists, and items that hold a field.

    What cannot be a field's name is left out, whatever field was meant.
    """
    return tuple(_written(view))


def _written(view: CallCenter) -> Iterator[WrittenField]:
    for mapping in field_mappings(view):
        if field_name_fault(mapping.target) is None:
            place, object_name = mapping.target_at, mapping.object_name
            yield WrittenField(mapping.target, place, object_name, mapping.item, mapping.is_shipped)
    for item in field_lists(view):
        for target in (entry.target.trimmed for entry in listed_fields(item)):
            if field_name_fault(target.text) is None:
                yield WrittenField(target.text, target.at, _object_name(view, item), item, is_shipped=False)
    for item in view.items_of("field"):
        if field_name_fault(item.value) is None:
            yield WrittenField(item.value, item.at, _object_name(view, item), item, is_shipped=False)


@once
def condition_tables(view: CallCenter) -> tuple[ConditionTable, ...]:
    """Return each table of conditions that could be read, if the mappings that belong to it could be read, too."""
    return tuple(_tables(view))


def _tables(view: CallCenter) -> Iterator[ConditionTable]:
    for item in _mapping_items(view, conditional=True):
        fact = view.fact(item)
        assert fact is not None, "what is a mapping item is known"
        partners = [
            other
            for other in _mapping_items(view, conditional=False)
            if other.section == item.section and _chain(view, other) in fact.depends_on
        ]
        rows = tuple(Condition(item, *entry) for entry in _entries(view, item))
        are_rows = all(row.variable_key in row.data and "wxccFieldValue" in row.data for row in rows)
        if are_rows and all(_array(view, one) is not None for one in (item, *partners)):
            mappings = tuple(one for one in field_mappings(view) if any(one.item is partner for partner in partners))
            yield ConditionTable(item, rows, mappings)


def compact_json(text: str) -> str:
    """Return JSON without the blanks between its parts; everything else stays as it is written."""
    return _TEXT_OR_BLANK.sub(lambda match: match[1] or "", text)


def _mapping_items(view: CallCenter, *, conditional: bool) -> Iterator[Item]:
    for item in view.mapping_items():
        fact = view.fact(item)
        if fact is not None and (fact.dialect == "C") is conditional:
            yield item


def _mappings_of(view: CallCenter, item: Item) -> Iterator[FieldMapping]:
    fact = view.fact(item)
    assert fact is not None, "what is a mapping item is known"
    assert fact.dialect is not None, "what is a mapping item has a way to write it"
    shipped, object_name, chain = _shipped(fact.default), _object_name(view, item), _chain(view, item)
    # Of the two ways of writing, only cases take either; elsewhere a mapping in the other way is a finding of its own.
    names = _NAMES[view.dialect(item) if fact.target == "Case" else fact.dialect]
    for document, index, entry in _entries(view, item):
        yield FieldMapping(item, document, index, entry, object_name, chain, entry in shipped, *names)


@cache
def _shipped(default: str) -> Any:
    """Return what the vendor's own file has in an item; there are as many as the catalogue holds."""
    return json.loads(default)


def _entries(view: CallCenter, item: Item) -> Iterator[tuple[Document, int, Mapping[str, Any]]]:
    document = _array(view, item)
    if document is not None:
        yield from ((document, index, entry) for index, entry in enumerate(document.data) if isinstance(entry, dict))


def _array(view: CallCenter, item: Item) -> Document | None:
    document = view.json_of(item)
    return document if document is not None and isinstance(document.data, list) else None


def _object_name(view: CallCenter, item: Item) -> str:
    fact = view.fact(item)
    if fact is None or fact.target_from is None:
        return (fact.target if fact else None) or ""
    naming = view.item(fact.target_from, item.section)
    return naming.value if naming else ""


def _chain(view: CallCenter, item: Item) -> str:
    fact = view.fact(item)
    return (fact.continues if fact else None) or item.name
