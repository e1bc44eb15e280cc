"""The parts a desktop layout consists of: roles, areas, pages and the components on them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any, Final, Literal

from msgspec import Struct

from wxcc_lint.documents.model import Place

RoleName = Literal["agent", "supervisor", "supervisorAgent"]
ROLES: Final[tuple[RoleName, ...]] = ("agent", "supervisor", "supervisorAgent")
AREAS: Final = (
    "header",
    "advancedHeader",
    "panel",
    "persistent",
    "headless",
    "homepage",
    "navigation",
    "widgetExplorer",
)
"""What the Desktop looks for in `area`."""


class Role(Struct, frozen=True, dict=True):
    """What one kind of user gets. `name` is None in the old form, which has one configuration for all."""

    name: RoleName | None
    at: Place
    settings: Mapping[str, Any]

    @cached_property
    def area(self) -> Mapping[str, Any]:
        """The areas by name; empty where the role has none that could be read."""
        return _object(self.settings.get("area"))

    @cached_property
    def area_at(self) -> Place:
        """The place of `area`, also of an absent one."""
        return below(self.at, "area")


class Component(Struct, frozen=True, dict=True):
    """A component of any area, with what the file says of it. Members of a wrong type read as absent."""

    role: Role
    area: str
    at: Place
    members: Mapping[str, Any]

    @property
    def comp(self) -> str:
        """The element's name; empty where the file gives none."""
        comp = self.members.get("comp")
        return comp if isinstance(comp, str) else ""

    @property
    def script(self) -> str | None:
        """Where the element is loaded from, as written."""
        return _text(self.members.get("script"))

    @property
    def attributes(self) -> Mapping[str, Any]:
        """The HTML attributes by name."""
        return _object(self.members.get("attributes"))

    @property
    def properties(self) -> Mapping[str, Any]:
        """The JavaScript properties by name."""
        return _object(self.members.get("properties"))

    @property
    def wrapper(self) -> Mapping[str, Any]:
        """The frame with a title around it."""
        return _object(self.members.get("wrapper"))

    @property
    def text_content(self) -> str | None:
        """The text it shows."""
        return _text(self.members.get("textContent"))

    @property
    def visibility(self) -> str | None:
        """The tag that decides whether it is shown."""
        return _text(self.members.get("visibility"))

    @cached_property
    def children(self) -> tuple[Component, ...]:
        """The components in `children`."""
        written = self.members.get("children")
        return tuple(
            Component(self.role, self.area, below(self.at, "children", index), child)
            for index, child in enumerate(written if isinstance(written, list) else ())
            if isinstance(child, dict)
        )

    def place(self, *names: str) -> Place:
        """Return the place of a member, such as `place("attributes", "src")`; an absent one has a place as well."""
        return below(self.at, *names)


class Page(Struct, frozen=True):
    """A page object: that of a navigation entry or the home page, of `header` and `headless`, or of a dynamic area."""

    role: Role
    area: str
    at: Place
    members: Mapping[str, Any]

    @property
    def widgets(self) -> Mapping[str, Any]:
        """The components by the names that `layout` places them under."""
        return _object(self.members.get("widgets"))


def below(place: Place, *steps: str | int) -> Place:
    """Return the place of a node below another one."""
    return Place(place.document, (*place.path, *steps))


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
