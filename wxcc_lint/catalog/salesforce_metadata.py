"""The types of Salesforce metadata that have to do with the integration; see salesforce-metadata.yaml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from wxcc_lint.catalog.facts import read_facts

_FACTS = "salesforce-metadata.yaml"
NAMESPACE = "http://soap.sforce.com/2006/04/metadata"
"""The XML namespace of all metadata."""


@dataclass(frozen=True, slots=True)
class MetadataType:
    """A type: its folder and the suffix of its files, and the words of which one stands in each file that matters."""

    name: str
    folder: str
    suffix: str
    root: str
    marks: tuple[bytes, ...]

    def matters(self, data: bytes) -> bool:
        """Tell whether a file of this type has to do with the integration, as far as its text tells."""
        return not self.marks or any(mark in data.lower() for mark in self.marks)


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
        )
        for name, said in read_facts(_FACTS)["types"].items()
    }


@cache
def types_by_root() -> Mapping[str, MetadataType]:
    """Return the types by the name of their root element."""
    return {it.root: it for it in metadata_types().values()}


@cache
def list_keys() -> Mapping[str, tuple[str, ...]]:
    """Return what tells the elements of a list apart, by the list's name or by `parent/name`."""
    return {name: tuple(keys) for name, keys in read_facts(_FACTS)["lists"].items()}
