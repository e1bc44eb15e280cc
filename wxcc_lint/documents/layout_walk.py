"""The one walk through a layout that finds all there is: components, pages and texts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal

from msgspec import Struct

from wxcc_lint.documents.layout_nodes import Component, Page, Role
from wxcc_lint.documents.layout_texts import LayoutText
from wxcc_lint.documents.model import Path, Place

Kind = Literal["role", "areas", "component", "components", "entry", "entries", "page", "properties", "widgets", ""]

_PARTS: Final[Mapping[Kind, Mapping[str, Kind]]] = {
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
_NO_PARTS: Final[Mapping[str, Kind]] = {}
_ELEMENTS: Final[Mapping[Kind, Kind]] = {"components": "component", "entries": "entry"}
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
    document = root_at.document
    role_at = {role.at.path: role for role in roles}
    parts: dict[str | None, list[Component | Page]] = {role.name: [] for role in roles}
    texts: list[LayoutText] = []

    def in_object(value: Mapping[str, Any], path: Path, kind: Kind, around: _Around) -> None:
        if kind == "component" and around.role is not None:
            component = Component(around.role, around.area, Place(document, path), value)
            parts[around.role.name].append(component)
            around = _Around(around.role, around.area, component)
        elif kind == "page" and around.role is not None:
            parts[around.role.name].append(Page(around.role, around.area, Place(document, path), value))
        elif around.role is None and path in role_at:
            kind, around = "role", _Around(role_at[path])
        inner = _PARTS.get(kind, _NO_PARTS)
        for key, child in value.items():
            if isinstance(child, str):
                texts.append(LayoutText(child, key, document, (*path, key), around.role, around.component))
            elif isinstance(child, dict):
                its = "component" if kind == "widgets" else inner.get(key, "")
                in_object(child, (*path, key), its, _Around(around.role, key) if kind == "areas" else around)
            elif isinstance(child, list):
                its = inner.get(key, "")
                in_list(child, (*path, key), key, its, _Around(around.role, key) if kind == "areas" else around)

    def in_list(value: list[Any], path: Path, name: str, kind: Kind, around: _Around) -> None:
        its = _ELEMENTS.get(kind, "")
        for index, child in enumerate(value):
            if isinstance(child, str):
                texts.append(LayoutText(child, name, document, (*path, index), around.role, around.component))
            elif isinstance(child, dict):
                in_object(child, (*path, index), its, around)
            elif isinstance(child, list):
                in_list(child, (*path, index), name, "", around)

    name = str(root_at.path[-1]) if root_at.path else ""
    if isinstance(root, dict):
        in_object(root, root_at.path, "", _Around())
    elif isinstance(root, list):
        in_list(root, root_at.path, name, "", _Around())
    elif isinstance(root, str):
        texts.append(LayoutText(root, name, document, root_at.path, None, None))
    return Found(parts, texts)
