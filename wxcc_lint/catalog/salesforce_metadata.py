"""The types of Salesforce metadata that have to do with the integration; see salesforce-metadata.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts

_FACTS = "salesforce-metadata.yaml"
NAMESPACE = "http://soap.sforce.com/2006/04/metadata"
"""The XML namespace of all metadata."""


class MetadataType(Struct, frozen=True):
    """A type: its folder and the suffix of its files, and the words of which one stands in each file that matters.

    `parts` are the root elements of files that hold one entry of a list of the component, and these lists. `is_bare`:
    a root element without the namespace will do, as files of a decomposed component have it.
    """

    name: str
    folder: str
    suffix: str
    root: str
    marks: tuple[bytes, ...]
    parts: Mapping[str, str]
    is_bare: bool

    def matters(self, data: bytes) -> bool:
        """Tell whether a file of this type has to do with the integration, as far as its text tells."""
        lowered = data.lower() if self.marks else b""
        return not self.marks or any(mark in lowered for mark in self.marks)


@cache
def metadata_types() -> Mapping[str, MetadataType]:
    """Return the types by name."""
    return {
        name: MetadataType(
            name,
            said["folder"],
            said["suffix"],
            said.get("root", name),
            tuple(mark.lower().encode() for mark in said.get("marks", ())),
            said.get("parts", {}),
            said.get("bare", False),
        )
        for name, said in read_facts(_FACTS)["types"].items()
    }


@cache
def types_by_root() -> Mapping[str, MetadataType]:
    """Return the types by the names of their root elements, those of their parts among them."""
    return {root: it for it in metadata_types().values() for root in (it.root, *it.parts)}


@cache
def profiles_in_setup() -> Mapping[str, str]:
    """Return the names of the components of standard profiles, by what Setup calls them in lower case."""
    return {label.casefold(): name for name, label in read_facts(_FACTS)["standard-profiles"].items()}


@cache
def known_decompositions() -> frozenset[str]:
    """Return the options of a project that keep a type in several files, of those that are understood."""
    return frozenset(read_facts(_FACTS)["known-decompositions"])


@cache
def list_keys() -> Mapping[str, tuple[str, ...]]:
    """Return what tells the elements of a list apart, by the list's name or by `parent/name`."""
    return {name: tuple(keys) for name, keys in read_facts(_FACTS)["lists"].items()}
