"""Tabs and their panels: which belong together, and what people know them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Any, Final, Literal

from msgspec import Struct

from wxcc_lint.catalog.desktop_slots import DesktopTab, desktop_tab, visibility_tags
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.model import Path, Place
from wxcc_lint.documents.once import once

if TYPE_CHECKING:
    from wxcc_lint.documents.layout_view import Layout

TabPart = Literal["tab", "panel"]

_TABS: Final = "md-tabs"
_TAB: Final = "md-tab"
_PANEL: Final = "md-tab-panel"
_MENU: Final = "agentx-wc-more-actions-widget"
_NO_TAG: Final = {None, "deprecated"}


class TabPair(Struct, frozen=True):
    """A tab and the panel that it opens."""

    tab: Component
    panel: Component


class TabGroup(Struct, frozen=True, dict=True):
    """Tabs and panels that stand in one list: the children of `md-tabs`, or the persistent tabs of a role.

    `owner` is that `md-tabs`, None for persistent tabs; `entries` is all that the list holds, in document order.
    """

    owner: Component | None
    entries: tuple[Component, ...]

    def _of(self, part: TabPart) -> tuple[Component, ...]:
        return tuple(entry for entry in self.entries if tab_part(entry) == part)

    @cached_property
    def tabs(self) -> tuple[Component, ...]:
        """The tabs."""
        return self._of("tab")

    @cached_property
    def panels(self) -> tuple[Component, ...]:
        """The panels."""
        return self._of("panel")

    @cached_property
    def pairs(self) -> tuple[TabPair, ...]:
        """Which tab opens which panel: the n-th one the n-th one. Nothing where their numbers differ."""
        tabs, panels = self.tabs, self.panels
        return tuple(map(TabPair, tabs, panels)) if len(tabs) == len(panels) else ()

    @cached_property
    def together(self) -> tuple[tuple[Component, ...], ...]:
        """Each tab with its panel; where their numbers differ, each entry by itself."""
        return tuple((pair.tab, pair.panel) for pair in self.pairs) or tuple((entry,) for entry in self.entries)

    @cached_property
    def nested(self) -> tuple[Component, ...]:
        """Tabs and panels that stand inside a tab or panel of this group, where `md-tabs` does not see them."""
        inner = (child for entry in self.entries if tab_part(entry) for child in entry.children)
        return tuple(child for child in inner if child.comp in {_TAB, _PANEL})

    @cached_property
    def slots(self) -> tuple[tuple[Component, Slot], ...]:
        """The slots in its tabs, panels and other entries, each behind the entry that it is a child of."""
        return tuple((entry, slot) for entry in self.entries for slot in slots_among(entry))

    @cached_property
    def misfits(self) -> Mapping[Path, DesktopTab]:
        """What the first slot of an entry is of, where its visibility is the tag of something else; by the entry's path."""
        firsts = {entry.at.path: (entry, desktop_tab(slot.name)) for entry, slot in reversed(self.slots)}
        return {path: fact for path, (entry, fact) in firsts.items() if fact and _is_of_another(entry, fact)}

    @cached_property
    def odd_one(self) -> Component | None:
        """Where the numbers differ: the one without a partner beside it, or the last one where the order does not tell."""
        tabs, panels = self.tabs, self.panels
        surplus = abs(len(tabs) - len(panels))
        if surplus == 0:
            return None
        turns = [entry for entry in self.entries if tab_part(entry)]
        if len(tabs) > len(panels):
            behind = [*turns[1:], None]
            alone = [
                one for one, other in zip(turns, behind, strict=True) if _is(one, "tab") and not _is(other, "panel")
            ]
        else:
            before = [None, *turns[:-1]]
            alone = [
                one for one, other in zip(turns, before, strict=True) if _is(one, "panel") and not _is(other, "tab")
            ]
        return alone[0] if len(alone) == surplus else max(tabs, panels, key=len)[-1]


class Slot(Struct, frozen=True):
    """A place that the Desktop fills; `at` is its name, as far as it is the name of the slot alone."""

    name: str
    at: Place


def tab_part(component: Component) -> TabPart | None:
    """Return what a child of `md-tabs` is to it: by its name, or, of other components, by its attribute `slot`.

    The menu of the tabs is neither, whatever slot it is in.
    """
    if component.comp in {_TAB, _PANEL}:
        return "tab" if component.comp == _TAB else "panel"
    slot = component.attributes.get("slot") if component.comp != _MENU else None
    return slot if slot == "tab" or slot == "panel" else None  # noqa: PLR1714  # so mypy knows the literal


def _is(component: Component | None, part: TabPart) -> bool:
    return component is not None and tab_part(component) == part


@once
def tab_groups(layout: Layout) -> Sequence[TabGroup]:
    """Return all groups of tabs of a layout, but for those whose `children` are no list of objects."""
    found = [TabGroup(tabs, tabs.children) for tabs in layout.components(_TABS) if _holds_components(tabs)]
    persistent: dict[Place, list[Component]] = {}
    for component in layout.components_in("persistent"):
        if len(component.at.path) == len(component.role.area_at.path) + 2:
            persistent.setdefault(component.role.area_at, []).append(component)
    return (*found, *(TabGroup(None, tuple(entries)) for entries in persistent.values()))


def _holds_components(tabs: Component) -> bool:
    written = tabs.members.get("children", [])
    return isinstance(written, list) and len(written) == len(tabs.children)


def slot_of(component: Component) -> Slot | None:
    """Return the slot that a component is; None for any other component."""
    name = slot_name(component.members)
    if name is None:
        return None
    old = component.comp.startswith("#")
    at = component.place("comp").slice(1, len(component.comp)) if old else component.place("attributes", "name")
    return Slot(name, at)


def slots_among(component: Component) -> tuple[Slot, ...]:
    """Return the slots among the children of a tab or panel."""
    return tuple(slot for child in component.children if (slot := slot_of(child)))


def _is_of_another(entry: Component, fact: DesktopTab) -> bool:
    tag = entry.visibility
    return tag != fact.visibility and visibility_tags().get(tag or "") not in _NO_TAG


def label_of(tab: Component) -> str | None:
    """Return the first text on a tab."""
    return _text(tab.members)


def attribute(component: Component, name: str) -> str | None:
    """Return an attribute as the element gets it, without outer blanks; None for an absent or empty one."""
    value = component.attributes.get(name)
    is_text = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value).strip() or None if is_text else None


def is_on(component: Component, name: str) -> bool:
    """Return whether an attribute that is a switch is meant to be on; the text `false` is meant to be off."""
    value = component.attributes.get(name)
    return value is not None and value is not False and str(value).strip().lower() != "false"


def inside(component: Component) -> Iterator[Component]:
    """Yield a component and all below it, in document order; not what `properties` hold."""
    waiting = [component]
    while waiting:
        one = waiting.pop()
        yield one
        waiting += reversed(one.children)


def tab_names(elements: Sequence[Any]) -> Mapping[int, Mapping[str, str]]:
    """Return what each tab and panel among the children of `md-tabs` is known by, by index.

    `{"slot": …}` is the name of the Desktop's slot that it holds, `{"tab": …}` the text on the tab. The n-th panel belongs
    to the n-th tab, so a panel without a slot is known by what its tab is. Nothing for a tab with neither.
    """
    tabs = [index for index, element in enumerate(elements) if _comp(element) == _TAB]
    panels = [index for index, element in enumerate(elements) if _comp(element) == _PANEL]
    names = {index: _known_by(elements[index], _text(elements[index])) for index in tabs}
    for number, index in enumerate(panels):
        label = next(iter(names[tabs[number]].values()), None) if number < len(tabs) else None
        names[index] = _known_by(elements[index], label)
    return names


def _known_by(element: Mapping[str, Any], label: str | None) -> Mapping[str, str]:
    slot = _slot(element)
    return {"slot": slot} if slot else {"tab": label} if label else {}


def _slot(element: Mapping[str, Any]) -> str | None:
    """Return the name of the first slot among the children."""
    names = (slot_name(child) for child in _children(element) if isinstance(child, dict))
    return next((name for name in names if name is not None), None)


def slot_name(element: Mapping[str, Any]) -> str | None:
    """Return the name of the slot that a component is; `#NAME` is how old layouts write it."""
    comp = element.get("comp")
    if isinstance(comp, str) and comp.startswith("#"):
        return comp[1:]
    attributes = element.get("attributes") if comp == "slot" else None
    name = attributes.get("name") if isinstance(attributes, dict) else None
    return name if isinstance(name, str) else None


def _text(tab: Mapping[str, Any]) -> str | None:
    """Return the first text on a tab: its own, or that of a component inside it."""
    waiting: list[Any] = [tab]
    while waiting:
        component = waiting.pop()
        text = component.get("textContent") if isinstance(component, dict) else None
        if isinstance(text, str) and text.strip():
            return text.strip()
        waiting += reversed(_children(component))
    return None


def _children(element: Any) -> list[Any]:
    children = element.get("children") if isinstance(element, dict) else None
    return children if isinstance(children, list) else []


def _comp(element: Any) -> str:
    comp = element.get("comp") if isinstance(element, dict) else None
    return comp if isinstance(comp, str) else ""
