"""The names by which the parts of a layout are known: those of components, and of the slots that the Desktop fills."""

from __future__ import annotations

from collections.abc import Mapping, Set as AbstractSet

from wxcc_lint.documents.layout_nodes import Component, Role
from wxcc_lint.documents.layout_tabs import slot_of
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once
from wxcc_lint.documents.tab_names import slot_name


def part_name(component: Component) -> tuple[str, Place]:
    """Return the name of a component and where it stands; of a slot it is that of the slot."""
    slot = slot_of(component)
    return (slot.name, slot.at) if slot else (component.comp, component.place("comp"))


def part_names(layout: Layout, role: Role) -> AbstractSet[str]:
    """Return the names of all components and slots of a role."""
    return _part_names(layout)[role.name]


@once
def _part_names(layout: Layout) -> Mapping[str | None, AbstractSet[str]]:
    found: dict[str | None, set[str]] = {role.name: set() for role in layout.roles()}
    for comp, uses in layout.comps().items():
        for use in uses:
            name = slot_name(use.members)
            found[use.role.name].add(comp if name is None else name)
    return found
