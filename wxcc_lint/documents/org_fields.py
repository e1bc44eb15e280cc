"""The fields of Salesforce objects, as the org describes them to whoever reads it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wxcc_lint.documents.callcenter_mappings import WrittenField, written_fields
from wxcc_lint.documents.org import Org

Described = Mapping[str, tuple[str, Mapping[str, Any]]]
"""Name and facts of each field, by the name in lower case."""


def described_targets(org: Org) -> Iterator[tuple[WrittenField, Described]]:
    """Yield the fields that call centers write to, with what is described of their objects."""
    objects = {
        name.removeprefix("fields/").casefold(): _fields(data)
        for name, (_, data) in org.facts.counts.items()
        if name.startswith("fields/")
    }
    for view in org.callcenters:
        for target in written_fields(view):
            described = objects.get(target.object_name.casefold())
            if described is not None and view.is_in_use(target.item):
                yield target, described


def _fields(data: Any) -> Described:
    held = data.items() if isinstance(data, dict) else ()
    return {name.casefold(): (name, facts) for name, facts in held if isinstance(facts, dict)}
