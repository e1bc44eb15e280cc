"""The entries of the navigation bar: how the pages of a desktop layout are reached."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from msgspec import Struct

from wxcc_lint.documents.layout_nodes import Role, below
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once

_ADDRESS: Final = frozenset("/:.$")
_UNFIT: Final = re.compile(r"[^A-Za-z0-9_.~/:@!$&'()*+,;=-]")
"""What can only stand in the path of an address in its coded form (RFC 3986)."""


class NavigationEntry(Struct, frozen=True):
    """An entry of `navigation`, or the home page. `members` are those of `nav`; texts of a wrong type read as absent."""

    role: Role
    area: str
    at: Place
    members: Mapping[str, Any]

    @property
    def icon(self) -> str:
        """The name or address of the icon."""
        return _text(self.members.get("icon"))

    @property
    def has_icon_address(self) -> bool:
        """Whether the icon is written as an address, absolute or not, and not as a name."""
        return not _ADDRESS.isdisjoint(self.icon)

    @property
    def icon_type(self) -> str:
        """Of which kind the icon is."""
        return _text(self.members.get("iconType"))

    @property
    def route(self) -> str:
        """What stands in `navigateTo`: the last part of the page's address."""
        return _text(self.members.get("navigateTo"))

    @property
    def label(self) -> str:
        """What people know the page by: its label, else its route."""
        return _text(self.members.get("label")) or self.route

    def place(self, name: str) -> Place:
        """Return the place of a member of `nav`."""
        return below(self.at, "nav", name)


@once
def navigation_entries(layout: Layout) -> Sequence[NavigationEntry]:
    """Return the entries of all roles."""
    return tuple(entry for role in layout.roles() for entry in _entries_of(role))


def entries_of(layout: Layout, role: Role) -> Sequence[NavigationEntry]:
    """Return the home page and the entries of `navigation` of a role, in the order of the file."""
    return [entry for entry in navigation_entries(layout) if entry.role is role]


def comps_on(layout: Layout, entry: NavigationEntry) -> Mapping[str, Place]:
    """Return the names of the components on the page of an entry, each with the place of its first one."""
    page_at = below(entry.at, "page")
    found: dict[str, Place] = {}
    for component in layout.components_in(entry.area):
        if component.at.path[: len(page_at.path)] == page_at.path:
            found.setdefault(component.comp, component.place("comp"))
    return found


def unfit_for_path(text: str) -> int | None:
    """Return the index of the first character that cannot stand in the path of an address as it is."""
    found = _UNFIT.search(text)
    return found.start() if found else None


def entry_objects(role: Role) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Yield the home page and the entries of `navigation` as they are written, whether or not they have a `nav`."""
    for area, value in role.area.items():
        at = below(role.area_at, area)
        if area == "homepage" and isinstance(value, dict):
            yield at, value
        elif area == "navigation" and isinstance(value, list):
            yield from ((below(at, index), entry) for index, entry in enumerate(value) if isinstance(entry, dict))


def _entries_of(role: Role) -> Iterator[NavigationEntry]:
    for at, entry in entry_objects(role):
        nav = entry.get("nav")
        if isinstance(nav, dict):
            yield NavigationEntry(role, str(at.path[len(role.area_at.path)]), at, nav)


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
