"""The same element used in several places of a layout."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from wxcc_lint.documents.layout_nodes import Component


def uses_in_roles(components: Iterable[Component]) -> Sequence[Sequence[Component]]:
    """Return the uses of each element within one role, in the order of the file; components without a name are left out."""
    found: dict[tuple[str | None, str], list[Component]] = {}
    for component in components:
        if component.comp:
            found.setdefault((component.role.name, component.comp), []).append(component)
    return [*found.values()]


def uses_in_file(components: Iterable[Component]) -> Sequence[Sequence[Component]]:
    """Return the uses of each element in all roles, in the order of the file; components without a name are left out."""
    found: dict[str, list[Component]] = {}
    for component in components:
        if component.comp:
            found.setdefault(component.comp, []).append(component)
    return [*found.values()]


def has_fixed_name(component: Component) -> bool:
    """Tell whether it stands where only certain elements may: as the root of `panel`, or as an entry of `persistent`."""
    steps = component.at.path[len(component.role.area_at.path) :]
    return steps == ("panel",) or (steps[0] == "persistent" and len(steps) == 2)  # noqa: PLR2004  # the area and the entry
