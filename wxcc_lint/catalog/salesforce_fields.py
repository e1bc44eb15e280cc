"""Standard fields of the Salesforce objects that the connector writes to; see salesforce-fields.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, cached_property
from typing import Any

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.salesforce_names import as_custom_field, field_name_fault
from wxcc_lint.remember import remembered
from wxcc_lint.suggest import closest

_FACTS = "salesforce-fields.yaml"


class SalesforceObject(Struct, frozen=True, eq=False, dict=True):
    """A standard object and its standard fields.

    `create_only` and `required` are writable; `features` exist only where something is switched on or paid for.
    `read_only` says what to write to instead, or None. `lengths` are characters. `value_sets` names the StandardValueSet
    of picklists. `meant_by` leads from words in lower case, such as labels, to the field that people mean by them.
    """

    name: str
    writable: frozenset[str]
    create_only: frozenset[str]
    features: frozenset[str]
    required: tuple[str, ...]
    read_only: Mapping[str, str | None]
    lengths: Mapping[str, int]
    value_sets: Mapping[str, str]
    meant_by: Mapping[str, str]

    def __contains__(self, field: str) -> bool:
        """Tell whether the object has this standard field, written exactly so."""
        return field in self.writable or field in self.read_only

    @cached_property
    def lookups(self) -> frozenset[str]:
        """The writable fields that take the id of a record: Salesforce ends their names, and no others, in Id."""
        return frozenset(field for field in self.writable if field.endswith("Id"))

    def meant(self, words: str) -> str | None:
        """Return the writable field that a label, a name of another object or a misspelt name stands for, or None."""
        named = self.meant_by.get(words.strip().casefold())
        if named:
            return named
        path = re.fullmatch(r"\s*(\w+)\.\w+\s*", words)
        if path and f"{path[1]}Id" in self.writable:
            return f"{path[1]}Id"
        return closest(re.sub(r"[^A-Za-z0-9]", "", words), self.writable)


def salesforce_object(name: str) -> SalesforceObject | None:
    """Return what is known of a standard object, its name written exactly, or None."""
    return salesforce_objects().get(name)


@cache
def salesforce_objects() -> Mapping[str, SalesforceObject]:
    """Return all objects whose standard fields are known, by name."""
    facts = read_facts(_FACTS)
    return {name: _object(name, own, facts) for name, own in facts["objects"].items()}


@remembered
def objects_with(field: str) -> tuple[str, ...]:
    """Return the names of the known objects that have this standard field."""
    return tuple(name for name, known in salesforce_objects().items() if field in known)


def field_meant(words: str, object_name: str) -> str | None:
    """Return the field of an object that words stand for: a standard one, else a custom one with such a label or name."""
    if field_name_fault(words.strip()) is None and words != words.strip():
        return words.strip()
    known, custom = salesforce_object(object_name), as_custom_field(words)
    if custom and "_" in words:  # no standard name has underscores
        return custom
    return (known.meant(words) if known else None) or custom


def pop_targets() -> tuple[str, ...]:
    """Return the names of standard objects of which an agent can be given a new record."""
    return tuple(read_facts(_FACTS)["pop-targets"])


def _object(name: str, own: Mapping[str, Any], facts: Mapping[str, Any]) -> SalesforceObject:
    every, addresses = facts["every-object"], own.get("addresses", [])
    parts = [begin + part for begin in addresses for part in facts["address-parts"]]
    wholes = {f"{begin}Address": f"{begin}Street" for begin in addresses}
    codes = {part for part in parts if part.endswith(("StateCode", "CountryCode"))}
    persons = {part for part in parts if part.startswith("Person")}
    meant_by = {**every["meant-by"], **own["meant-by"]}
    return SalesforceObject(
        name,
        writable=frozenset([*every["writable"], *own["writable"], *parts]),
        create_only=frozenset(own.get("create-only", [])),
        features=frozenset([*every["features"], *own["features"], *codes, *persons]),
        required=tuple(own.get("required", [])),
        read_only={**every["read-only"], **own["read-only"], **wholes},
        lengths=own["lengths"],
        value_sets=own["value-sets"],
        meant_by={words.casefold(): field for words, field in meant_by.items()},
    )
