"""The header of a desktop layout: which of the two kinds a role has, and what stands in it."""

from __future__ import annotations

from collections.abc import Mapping

from wxcc_lint.documents.layout_nodes import Component, Role
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.once import once


def header_kind(role: Role) -> str | None:
    """Return the area that the Desktop draws as header: `advancedHeader` where it is there, else `header`.

    None where neither has the shape that the Desktop reads.
    """
    area = role.area
    if "advancedHeader" in area:
        return "advancedHeader" if isinstance(area["advancedHeader"], list) else None
    return "header" if isinstance(area.get("header"), dict) else None


def in_header(layout: Layout, role: Role, kind: str | None = None) -> tuple[Component, ...]:
    """Return the components of a role's header, those inside others as well; of `kind` only, if one is given."""
    drawn = header_kind(role)
    return _headers(layout)[role.name] if kind in {None, drawn} else ()


@once
def _headers(layout: Layout) -> Mapping[str | None, tuple[Component, ...]]:
    """Return the components of the header that each role has."""
    drawn = [(role, header_kind(role)) for role in layout.roles()]
    return {
        role.name: tuple(one for one in layout.components_in(kind or "") if one.role is role) for role, kind in drawn
    }


def is_outermost(component: Component) -> bool:
    """Whether a component of the header stands in it directly, not inside another one."""
    above = component.at.path[-2:-1]
    return above in {("widgets",), ("advancedHeader",)}
