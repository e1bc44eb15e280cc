"""What a change is about. Each change has exactly one aspect, and each aspect one rule of `drift/*`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from wxcc_lint.catalog.drift import Aspect, aspect_named
from wxcc_lint.catalog.hosts import is_vendors
from wxcc_lint.catalog.regions import host_of
from wxcc_lint.catalog.vocabulary import Vocabulary
from wxcc_lint.diff.changes import Change
from wxcc_lint.diff.partners import new_pairing
from wxcc_lint.diff.tree import Key
from wxcc_lint.documents.layout import CONTENT
from wxcc_lint.documents.layout_nodes import AREAS, ROLES
from wxcc_lint.documents.paths import KeySelector
from wxcc_lint.documents.salesforce_urls import listed_url
from wxcc_lint.documents.salesforce_view import SalesforceComponent

_ONE_SIDED: Final = frozenset({"added", "removed"})
_PLAIN: Final = frozenset({None, "switch", "text"})
"""What an item may be about whose presence alone matters when it comes or goes."""
_TABS: Final = frozenset({"md-tab", "md-tab-panel"})
_LISTS: Final = frozenset({"children", *AREAS})
_VALUES: Final = frozenset({"attributes", "properties"})
_STORE: Final = "$STORE"
_ITEM: Final = 2
"""How many keys lead to an item of a call center: its section and its name."""
_WHOLE: Final[dict[str, Aspect]] = {
    "removed": "missing-object",
    "added": "extra-object",
    "ambiguous": "ambiguous-object",
    "renamed": "identity",
}
_WHOLE_COMPONENT: Final[dict[str, Aspect]] = {
    "removed": "component-missing",
    "added": "component-extra",
    "ambiguous": "ambiguous-object",
}


def layout_aspect(change: Change) -> Aspect:
    """Return what a change of a layout is about."""
    keys = change.keys[1:] if change.keys[:1] == (CONTENT,) else change.keys
    if not keys:
        return _WHOLE.get(change.kind, "form")
    if change.kind == "moved":
        return "pairing" if new_pairing(change) else "order"
    if keys[0] not in {*ROLES, "area"}:
        name = str(keys[0])
        return aspect_named("record", name) or aspect_named("settings", name) or "setting"
    inside = keys[1:] if keys[0] in ROLES else keys
    if not inside:
        return "role"
    if inside[0] != "area":
        return aspect_named("settings", str(inside[0])) or "setting"
    return _in_areas(inside[1:], change)


def _in_areas(keys: tuple[Key, ...], change: Change) -> Aspect:
    """Return what a change below `area` is about; `keys` begin with the name of the area."""
    if len(keys) <= 1 or _is_part(keys):
        return _of_part(keys, change)
    innermost = max((length for length in range(2, len(keys)) if _is_part(keys[:length])), default=1)
    members = [key for key in keys[innermost:] if isinstance(key, str)]
    if members[-1:] == ["script"]:
        return "script-host" if _host_changed(change) else "script"
    if _is_binding(change):
        return "binding"
    values = next((name for name in members if name in _VALUES), None)
    if values is not None and _host_changed(change):
        return "host"
    if values == "properties":
        return "property"
    told = (aspect_named("attributes" if values else "members", name) for name in reversed(members))
    return next((aspect for aspect in told if aspect is not None), "property")


def _is_part(keys: tuple[Key, ...]) -> bool:
    """Tell whether keys lead to a page, a tab or a component, and not to something that it says."""
    *_, above, last = keys
    if isinstance(last, str):
        return above == "widgets"
    return isinstance(last, KeySelector) or above in _LISTS


def _of_part(keys: tuple[Key, ...], change: Change) -> Aspect:
    """Return what a page, tab or component that came, went or got another name is about."""
    last = keys[-1] if keys else ""
    if change.kind == "renamed":
        return _of_renamed(last, change)
    if keys[:1] == ("headless",) and change.kind == "added":
        return "headless"
    pairs = dict(last.pairs) if isinstance(last, KeySelector) else {}
    if "nav.navigateTo" in pairs:
        return "page"
    return "tab" if pairs.get("comp") in _TABS else "widget"


def _of_renamed(last: Key, change: Change) -> Aspect:
    """Return what the change of a name is about; widgets are called by their place on the page."""
    if not isinstance(last, KeySelector):
        return "look"
    told = {name for name, value in last.pairs if value == change.left_value}
    if "nav.navigateTo" in told:
        return "route"
    if told & {"tab", "wrapper.title"}:
        return "text"
    return "property" if "attributes.id" in told else "component"


def _is_binding(change: Change) -> bool:
    values = (change.left_value, change.right_value)
    return any(isinstance(value, str) and value.startswith(_STORE) for value in values)


def _host_changed(change: Change) -> bool:
    """Tell whether an address now leads to another host; a new or missing address leads to one more, or one less."""
    return _hosts(change.left_value) != _hosts(change.right_value)


def _hosts(value: Any) -> set[str]:
    """Return the hosts of all addresses in a value; a text may hold several with commas between them."""
    if isinstance(value, str):
        return {host for part in value.split(",") if (host := host_of(part))}
    inside = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {host for part in inside for host in _hosts(part)}


def callcenter_aspect(change: Change, known: Vocabulary) -> Aspect:
    """Return what a change of a call center is about; `known` are the items of its generation."""
    keys = change.keys
    if not keys:
        return _WHOLE.get(change.kind, "form")
    if change.kind == "moved":
        return "order"
    last = str(keys[-1])
    if last.startswith("@"):
        return aspect_named("mirrors", last[1:]) or "value"
    if len(keys) == 1:
        return "item"
    name = str(keys[1])
    fact = known.item(str(keys[0]), name)
    aspect = aspect_named("items", name) or (aspect_named("types", fact.type) if fact else None)
    if len(keys) == _ITEM and change.kind in _ONE_SIDED and (aspect in _PLAIN or _is_blank(change)):
        return "item"
    return aspect or "value"


def _is_blank(change: Change) -> bool:
    return not any(isinstance(value, str) and value.strip() for value in (change.left_value, change.right_value))


def component_aspect(change: Change, sides: Sequence[SalesforceComponent]) -> Aspect:
    """Return what a change of a Salesforce component is about; `sides` are the views of those that have it."""
    if not change.keys:
        return _WHOLE_COMPONENT.get(change.kind, "component-source")
    aspect = aspect_named("elements", str(change.keys[0])) or "component-setting"
    if aspect == "component-address" and not any(map(_is_vendors, sides)):
        return "component-setting"
    return aspect


def _is_vendors(component: SalesforceComponent) -> bool:
    """Tell whether a component lets the vendor's own hosts in."""
    listed = listed_url(component)
    return listed is not None and listed.source is not None and is_vendors(listed.source.host)
