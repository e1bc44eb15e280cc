"""The same element used in several places of a layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wxcc_lint.documents.layout_nodes import Component


def by_role(uses: Iterable[Component]) -> Sequence[Sequence[Component]]:
    """Return the uses of an element apart by their roles, in the order of the file."""
    found: dict[str | None, list[Component]] = {}
    for use in uses:
        found.setdefault(use.role.name, []).append(use)
    return [*found.values()]


def has_fixed_name(component: Component) -> bool:
    """Tell whether it stands where only certain elements may: as the root of `panel`, or as an entry of `persistent`."""
    steps = component.at.path[len(component.role.area_at.path) :]
    return steps == ("panel",) or (steps[0] == "persistent" and len(steps) == 2)  # noqa: PLR2004  # the area and the entry
