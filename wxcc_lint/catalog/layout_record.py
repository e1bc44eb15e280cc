"""The fields that the configuration API keeps beside a layout."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from wxcc_lint.catalog.facts import read_facts


@dataclass(frozen=True, slots=True)
class RecordFacts:
    """`server` fields are set by the server, the order of `sets` means nothing, in `optional` ones null is empty."""

    server: frozenset[str]
    sets: frozenset[str]
    optional: frozenset[str]


@cache
def record_facts() -> RecordFacts:
    """Return what is known of the fields."""
    facts = read_facts("layout-record.yaml")
    return RecordFacts(*(frozenset(facts[name]) for name in ("server", "sets", "optional")))
