"""Tell whose call center a definition is. The marks stand in `generations.yaml`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Literal, cast

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.catalog.regions import host_of

Generation = Literal["v1", "v2", "scv", "other"]


def catalogue_of(generation: str) -> str:
    """Return the name of the file with the facts of `v1`, `v2` or `scv`; raise KeyError for any other word."""
    return str(read_facts("generations.yaml")["generations"][generation]["catalogue"])


def recognise(
    sections: Mapping[str, Iterable[str]],
    internal_name: str | None,
    adapter_url: str | None,
    vendor_api_name: str | None = None,
) -> Generation:
    """Tell whose call center this is; `sections` maps section names to the names of their items.

    Each section and item name that only one generation has scores for it, and so do the adapter's host, the internal
    name and the API name of the Service Cloud Voice vendor. The highest score wins, so that no single misspelt name,
    wrong host or changed internal name can turn the verdict; a score below the threshold means somebody else's.
    """
    facts = read_facts("generations.yaml")
    values = {
        "adapter-host": host_of(adapter_url or ""),
        "internal-name": internal_name,
        "vendor-api-name": vendor_api_name,
    }
    scores = {name: _score(marks, facts, sections, values) for name, marks in facts["generations"].items()}
    best = max(scores, key=scores.__getitem__)
    return cast("Generation", best) if scores[best] >= facts["threshold"] else "other"


def _score(
    marks: dict[str, Any],
    facts: dict[str, Any],
    sections: Mapping[str, Iterable[str]],
    values: Mapping[str, str | None],
) -> int:
    """Add up what speaks for one generation."""
    known, known_items = _own_names(marks["catalogue"])
    held_items = {item for items in sections.values() for item in items}
    fits = [key for key, text in values.items() if key in marks and re.fullmatch(marks[key], text or "", re.IGNORECASE)]
    weights: dict[str, int] = facts["weights"]
    names = weights["section"] * len(known & sections.keys()) + weights["item"] * len(known_items & held_items)
    return names + sum(weights[key] for key in fits)


@cache
def _own_names(catalogue: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the names of sections that no other generation has, and of the items in them."""
    shared = read_facts("generations.yaml")["shared-sections"]
    sections = {name: one["items"] for name, one in read_facts(catalogue)["sections"].items() if name not in shared}
    return frozenset(sections), frozenset(item for items in sections.values() for item in items)
