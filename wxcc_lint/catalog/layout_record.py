"""The fields that the configuration API keeps beside a layout."""

from __future__ import annotations

from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts


class RecordFacts(Struct, frozen=True):
    """`server` fields are set by the server, the order of `sets` means nothing, in `optional` ones null is empty."""

    server: frozenset[str]
    sets: frozenset[str]
    optional: frozenset[str]


@cache
def record_facts() -> RecordFacts:
    """Return what is known of the fields."""
    facts = read_facts("layout-record.yaml")
    return RecordFacts(*(frozenset(facts[name]) for name in ("server", "sets", "optional")))
