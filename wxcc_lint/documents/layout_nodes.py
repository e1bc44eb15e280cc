"""The parts a desktop layout consists of: roles, areas, pages and the components on them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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


class Role(Struct, frozen=True):
    """What one kind of user gets. `name` is None in the old form, which has one configuration for all."""

    name: RoleName | None
    at: Place
    settings: Mapping[str, Any]

    @property
    def area(self) -> Mapping[str, Any]:
        """The areas by name; empty where the role has none that could be read."""
        return _object(self.settings.get("area"))

    @property
    def area_at(self) -> Place:
        """The place of `area`, also of an absent one."""
        return below(self.at, "area")


class Component(Struct, frozen=True):
    """A component of any area, with what the file says of it. Members of a wrong type read as absent."""

    role: Role
    area: str
    at: Place
    members: Mapping[str, Any]

    @property
    def comp(self) -> str:
        """The element's name; empty where the file gives none."""
        return _text(self.members.get("comp")) or ""

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

    @property
    def children(self) -> tuple[Component, ...]:
        """The components in `children`."""
        found = _entries(below(self.at, "children"), self.members.get("children"))
        return tuple(Component(self.role, self.area, at, value) for at, value in found if isinstance(value, dict))

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


def role_parts(role: Role) -> Iterator[Component | Page]:
    """Yield all components and pages of a role in document order, outer ones before those inside them."""
    for area, inside_area in role.area.items():
        waiting = _reversed(_in_area(area, below(role.area_at, area), inside_area))
        while waiting:
            kind, at, value = waiting.pop()
            if isinstance(value, dict):
                yield kind(role, area, at, value)
                waiting += _reversed(_in_page(at, value) if kind is Page else _in_component(at, value))


_Part = tuple[type[Component] | type[Page], Place, Any]


def _reversed(parts: Iterator[_Part]) -> list[_Part]:
    return list(parts)[::-1]


def _in_area(area: str, at: Place, value: Any) -> Iterator[_Part]:
    if area in {"header", "headless"}:
        yield Page, at, value
    elif area == "panel":
        yield Component, at, value
    elif area in {"advancedHeader", "persistent"}:
        yield from ((Component, *found) for found in _entries(at, value))
    elif area == "homepage":
        yield Page, below(at, "page"), _object(value).get("page")
    elif area == "navigation":
        yield from ((Page, below(entry, "page"), _object(held).get("page")) for entry, held in _entries(at, value))


def _in_page(at: Place, page: Mapping[str, Any]) -> Iterator[_Part]:
    for name, value in page.items():
        if name in {"pageHeader", "pageSubHeader"}:
            yield Component, below(at, name), value
        elif name == "widgets":
            yield from ((Component, below(at, name, widget), held) for widget, held in _object(value).items())


def _in_component(at: Place, component: Mapping[str, Any]) -> Iterator[_Part]:
    for name, value in component.items():
        if name == "children":
            yield from ((Component, *found) for found in _entries(below(at, name), value))
        elif name == "properties":
            properties = _object(value)
            actions = _entries(below(at, name, "actionList"), properties.get("actionList"))
            yield from ((Component, *found) for found in actions)
            yield Page, below(at, name, "area"), properties.get("area")


def _entries(at: Place, value: Any) -> Iterator[tuple[Place, Any]]:
    """Yield the elements of a list with their places; nothing for what is no list."""
    yield from ((below(at, index), element) for index, element in enumerate(value if isinstance(value, list) else ()))


def _object(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
