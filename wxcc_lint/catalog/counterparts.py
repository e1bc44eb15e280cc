"""Which setting of Version 1 and which of Version 2 do the same work."""

from __future__ import annotations

from wxcc_lint.catalog.callcenter import vocabulary
from wxcc_lint.catalog.vocabulary import ItemFact


def counterpart(generation: str, name: str) -> ItemFact | None:
    """Return the item of `generation` (`v1` or `v2`) that does the work of the item `name` of the other one.

    None where it has no such item, and for a name that the other generation does not know.
    """
    second = vocabulary("v2")
    if generation == "v2":
        homes = vocabulary("v1").sections_of(name)
        return next((fact for home in homes if (fact := second.replacement(home, name))), None)
    replacing = (second.item(home, name) for home in second.sections_of(name))
    replaced = (key for fact in replacing if fact for key in fact.replaces)
    return next((fact for key in replaced if (fact := vocabulary("v1").item(*key))), None)
