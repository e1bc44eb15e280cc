"""Keys of a desktop layout that the schema does not know where they stand, and what they were probably meant to be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, Final

from msgspec import Struct
from msgspec.structs import replace

from wxcc_lint.catalog.layout_facts import setting_facts
from wxcc_lint.documents.layout_navigation import entry_objects, navigation_entries
from wxcc_lint.documents.layout_nodes import ROLES, Role, below
from wxcc_lint.documents.layout_view import Layout
from wxcc_lint.documents.model import Place
from wxcc_lint.documents.once import once
from wxcc_lint.schema import load_schema
from wxcc_lint.suggest import closest

_AREA: Final = "area"
_SCHEMA: Final = "$schema"
"""What editors read, at the top of a file."""


_NEEDED: Final = {
    "entry": {"nav", "page"},
    "nav": {"label", "icon", "iconType", "navigateTo"},
    "page": {"id", "widgets"},
    "grid": {"areas", "size"},
    "size": {"rows", "cols"},
}
"""The keys that a part cannot do without, as the schema has it."""
_LAYOUTS: Final = {"layout", "useFlexLayout"}
"""Of these a page needs one."""


class StrayKey(Struct, frozen=True):
    """A key that the Desktop does not know at this place; `at` is that of its member.

    `meant` is a known key that resembles it and is not there yet; `is_needed` tells that nothing is shown without that.
    """

    name: str
    at: Place
    value: Any
    meant: str | None
    is_needed: bool = False


def known_settings() -> Mapping[str, Any]:
    """Return the schemas of a role's members by name, `area` among them."""
    return _properties("configuration")


def known_areas() -> Mapping[str, Any]:
    """Return the schemas of the areas by name."""
    return _properties("area")


def _properties(name: str) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = load_schema("desktop-layout")["$defs"][name]["properties"]
    return properties


@once
def misspelt_roles(layout: Layout) -> Mapping[str, str]:
    """Return the keys at the top that are roles misspelt, each with the role that is meant and is not there."""
    root = layout.root
    if not isinstance(root, dict) or _AREA in root:
        return {}
    found: dict[str, str] = {}
    for key, value in root.items():
        meant = closest(key, ROLES) if key not in ROLES and isinstance(value, dict) else None
        if meant and meant not in root and meant not in found.values():
            found[key] = meant
    return found


@once
def stray_roles(layout: Layout) -> Sequence[StrayKey]:
    """Return the keys beside the roles, and those that are roles misspelt.

    An `area` is left out: with it beside the roles it is not clear which layout is meant.
    """
    misspelt = misspelt_roles(layout)
    has_roles = layout.form == "roles"
    if not has_roles and not misspelt:
        return ()
    return [
        StrayKey(key, below(layout.root_at, key), value, misspelt.get(key))
        for key, value in layout.root.items()
        if key in misspelt or (has_roles and key not in {*ROLES, _AREA, _SCHEMA})
    ]


@once
def stray_settings(layout: Layout) -> Sequence[StrayKey]:
    """Return the keys of each role, and of its `desktopChatApp`, that are no settings; areas are left out.

    A file of the old form counts only where it has its `area`: without, it may be a piece of a layout.
    """
    known = known_settings()
    found: list[StrayKey] = []
    for role in layout.roles():
        if role.name is None and _AREA not in role.settings:
            continue
        foreign = {_SCHEMA, *known_areas(), *_misspelt_area(role)}
        found += [key for key in _strays(role.at, role.settings, known) if key.name not in foreign]
        app = role.settings.get("desktopChatApp")
        if isinstance(app, dict):
            found += _strays(below(role.at, "desktopChatApp"), app, known["desktopChatApp"]["properties"])
    return found


@once
def stray_areas(layout: Layout) -> Sequence[StrayKey]:
    """Return the keys of `area` in each role that are no areas, and an `area` that is itself misspelt."""
    known = known_areas()
    found: list[StrayKey] = []
    for role in layout.roles():
        found += [StrayKey(key, below(role.at, key), role.settings[key], _AREA) for key in _misspelt_area(role)]
        found += _strays(role.area_at, role.area, known)
    return found


@once
def misspelt_members(layout: Layout) -> Sequence[StrayKey]:
    """Return the keys of pages, their navigation and their grids, and of frames, that resemble a known key."""
    found = []
    for part, at, members in _parts(layout):
        known = _known_members(part)
        if not members.keys() <= known.keys():
            strays = (key for key in _strays(at, members, known) if key.meant and not _is_idle(key.meant, members))
            found += [replace(key, is_needed=_is_needed(part, members, str(key.meant))) for key in strays]
    return found


def _parts(layout: Layout) -> Iterator[tuple[str, Place, Mapping[str, Any]]]:
    """Yield the objects whose members the schema names: what each is, where it stands, and what it holds."""
    for role in layout.roles():
        yield from (("entry", at, entry) for at, entry in entry_objects(role))
    yield from (("nav", below(entry.at, "nav"), entry.members) for entry in navigation_entries(layout))
    yield from (("wrapper", one.place("wrapper"), one.wrapper) for one in layout.components_with("wrapper"))
    for page in layout.pages():
        yield "page", page.at, page.members
        for at, grid in _grids(below(page.at, "layout"), page.members.get("layout")):
            yield "grid", at, grid
            if isinstance(grid.get("size"), dict):
                yield "size", below(at, "size"), grid["size"]


def _grids(at: Place, layout: Any) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    """Yield the grid that a page has, or those it has by name; one is told by a member that is not misspelt."""
    if isinstance(layout, dict):
        held = [(at, layout), *((below(at, name), grid) for name, grid in layout.items() if isinstance(grid, dict))]
        yield from ((place, grid) for place, grid in held if not _NEEDED["grid"].isdisjoint(grid))


@cache
def _known_members(part: str) -> Mapping[str, Any]:
    if part == "wrapper":
        return _inside(_properties("component")["wrapper"])
    return _inside(_properties("grid")["size"]) if part == "size" else _properties(part)


def _inside(schema: Mapping[str, Any]) -> Mapping[str, Any]:
    properties: Mapping[str, Any] = schema["properties"]
    return properties


def _is_idle(meant: str, members: Mapping[str, Any]) -> bool:
    """Tell whether a member would do nothing: a grid on a page that flows."""
    return meant == "layout" and members.get("useFlexLayout") is True


def _is_needed(part: str, members: Mapping[str, Any], meant: str) -> bool:
    return meant in _NEEDED.get(part, ()) or (part == "page" and meant in _LAYOUTS and _LAYOUTS.isdisjoint(members))


def _misspelt_area(role: Role) -> list[str]:
    """Return the key that stands for `area`, if there is one and no `area`."""
    if _AREA in role.settings:
        return []
    objects = (key for key, value in role.settings.items() if isinstance(value, dict) and key not in known_settings())
    return [key for key in objects if closest(key, [_AREA])][:1]


def _strays(at: Place, members: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[StrayKey]:
    facts = setting_facts()
    strange = [key for key in members if key not in known and key not in facts.undocumented]
    free = [name for name in known if name not in members and name != _AREA] if strange else []
    for key in strange:
        meant = facts.area_names.get(key) or (None if key in facts.webex_switches else closest(key, free))
        yield StrayKey(key, below(at, key), members[key], meant if meant in free else None)
