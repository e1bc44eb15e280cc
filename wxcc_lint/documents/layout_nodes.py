"""The parts a desktop layout consists of: roles, areas, pages and the components on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any, Final, Literal, TypeVar

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

    @property
    def parts(self) -> Iterator[Component | Page]:
        """What stands directly in the areas, in document order."""
        for area, value in self.area.items():
            at = below(self.area_at, area)
            if area in {"header", "headless"}:
                yield from _part(Page, self, area, at, value)
            elif area == "panel":
                yield from _part(Component, self, area, at, value)
            elif area in {"advancedHeader", "persistent"}:
                yield from _components(self, area, at, value)
            elif area == "homepage":
                yield from _page_of(self, area, at, value)
            elif area == "navigation":
                for index, entry in enumerate(_list(value)):
                    yield from _page_of(self, area, below(at, index), entry)


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
        return tuple(_components(self.role, self.area, below(self.at, "children"), self.members.get("children")))

    @property
    def parts(self) -> Iterator[Component | Page]:
        """The components and pages directly in it, in document order: `children`, and what `properties` hold."""
        for name in self.members:
            if name == "children":
                yield from self.children
            elif name == "properties":
                at, properties = below(self.at, name), self.properties
                yield from _components(self.role, self.area, below(at, "actionList"), properties.get("actionList"))
                yield from _part(Page, self.role, self.area, below(at, "area"), properties.get("area"))

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

    @property
    def parts(self) -> Iterator[Component]:
        """The components directly on it, in document order."""
        for name, value in self.members.items():
            if name in {"pageHeader", "pageSubHeader"}:
                yield from _part(Component, self.role, self.area, below(self.at, name), value)
            elif name == "widgets":
                for widget, held in self.widgets.items():
                    yield from _part(Component, self.role, self.area, below(self.at, name, widget), held)


def below(place: Place, *steps: str | int) -> Place:
    """Return the place of a node below another one."""
    return Place(place.document, (*place.path, *steps))


def role_parts(role: Role) -> list[Component | Page]:
    """Return all components and pages of a role in document order, outer ones before those inside them."""
    found: list[Component | Page] = []

    def add(part: Component | Page) -> None:
        found.append(part)
        for inner in part.parts:
            add(inner)

    for part in role.parts:
        add(part)
    return found


Part = TypeVar("Part", Component, Page)


def _part(kind: type[Part], role: Role, area: str, at: Place, value: Any) -> tuple[Part, ...]:
    return (kind(role, area, at, value),) if isinstance(value, dict) else ()


def _page_of(role: Role, area: str, at: Place, entry: Any) -> tuple[Page, ...]:
    return _part(Page, role, area, below(at, "page"), _object(entry).get("page"))


def _components(role: Role, area: str, at: Place, value: Any) -> Iterator[Component]:
    """Yield the components in a list; nothing for what is no list."""
    for index, element in enumerate(_list(value)):
        if isinstance(element, dict):
            yield Component(role, area, below(at, index), element)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
