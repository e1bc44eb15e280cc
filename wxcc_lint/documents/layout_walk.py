"""The one walk through a layout that finds all there is: components, pages and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from msgspec import Struct

from wxcc_lint.documents.layout_nodes import Component, Page, Role
from wxcc_lint.documents.layout_texts import LayoutText
from wxcc_lint.documents.model import Document, Path, Place

_Kind = Literal["role", "areas", "component", "components", "entry", "entries", "page", "properties", "widgets", ""]

_PARTS: Final[Mapping[_Kind, Mapping[str, _Kind]]] = {
    "role": {"area": "areas"},
    "areas": {
        "header": "page",
        "advancedHeader": "components",
        "panel": "component",
        "persistent": "components",
        "headless": "page",
        "homepage": "entry",
        "navigation": "entries",
    },
    "entry": {"page": "page"},
    "page": {"pageHeader": "component", "pageSubHeader": "component", "widgets": "widgets"},
    "component": {"children": "components", "properties": "properties"},
    "properties": {"actionList": "components", "area": "page"},
}
"""What stands under a key, by the kind of the object around it."""
_NO_PARTS: Final[Mapping[str, _Kind]] = {}
_ELEMENTS: Final[Mapping[_Kind, _Kind]] = {"components": "component", "entries": "entry"}
"""What the elements of a list are."""


class Found(Struct, frozen=True):
    """What was found: `parts` by role, texts in document order."""

    parts: Mapping[str | None, Sequence[Component | Page]]
    texts: Sequence[LayoutText]


class _Around(Struct, frozen=True):
    """What stands around a value."""

    role: Role | None = None
    area: str = ""
    component: Component | None = None


def walk(root: Any, root_at: Place, roles: Sequence[Role]) -> Found:
    """Find the parts and texts of a layout in document order, outer parts before those inside them."""
    walker = _Walker(root_at.document, roles)
    name = str(root_at.path[-1]) if root_at.path else ""
    walker.look_at(root, root_at.path, name, "", _Around())
    return Found(walker.parts, walker.texts)


class _Walker:
    def __init__(self, document: Document, roles: Sequence[Role]) -> None:
        self._document = document
        self._role_at = {role.at.path: role for role in roles}
        self.parts: dict[str | None, list[Component | Page]] = {role.name: [] for role in roles}
        self.texts: list[LayoutText] = []

    def look_at(self, value: Any, path: Path, name: str, kind: _Kind, around: _Around) -> None:
        """Look at what stands at a path and at all below it; `name` is what a text there stands under."""
        if isinstance(value, str):
            self.texts.append(LayoutText(value, name, self._document, path, around.role, around.component))
        elif isinstance(value, dict):
            self._look_into(value, path, kind, around)
        elif isinstance(value, list):
            kind = _ELEMENTS.get(kind, "")
            for index, child in enumerate(value):
                self.look_at(child, (*path, index), name, kind, around)

    def _look_into(self, value: Mapping[str, Any], path: Path, kind: _Kind, around: _Around) -> None:
        if kind == "component" or kind == "page":  # noqa: PLR1714  # so mypy knows the literal
            around = self._part(kind, value, path, around)
        elif around.role is None and path in self._role_at:
            kind, around = "role", _Around(self._role_at[path])
        inner = _PARTS.get(kind, _NO_PARTS)
        for key, child in value.items():
            within = _Around(around.role, key) if kind == "areas" else around
            self.look_at(child, (*path, key), key, "component" if kind == "widgets" else inner.get(key, ""), within)

    def _part(self, kind: Literal["component", "page"], value: Any, path: Path, around: _Around) -> _Around:
        """Note a component or page, and return what stands around all that it holds."""
        assert around.role is not None
        at = Place(self._document, path)
        if kind == "page":
            self.parts[around.role.name].append(Page(around.role, around.area, at, value))
            return around
        component = Component(around.role, around.area, at, value)
        self.parts[around.role.name].append(component)
        return _Around(around.role, around.area, component)
