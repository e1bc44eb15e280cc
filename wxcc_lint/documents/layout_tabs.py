"""Tabs and their panels: which belong together, and what people know them by."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from msgspec import Struct

from wxcc_lint.catalog.desktop_slots import DesktopTab, desktop_tab, desktop_tabs, visibility_tags
from wxcc_lint.documents.layout_nodes import Component
from wxcc_lint.documents.model import Path, Place
from wxcc_lint.documents.once import once
from wxcc_lint.documents.tab_names import PANEL, TAB, first_text, slot_name

if TYPE_CHECKING:
    from wxcc_lint.documents.layout_view import Layout

TabPart = Literal["tab", "panel"]

_TABS: Final = "md-tabs"
_MENU: Final = "agentx-wc-more-actions-widget"
_NO_TAG: Final = {None, "deprecated"}


class TabPair(Struct, frozen=True):
    """A tab and the panel that it opens."""

    tab: Component
    panel: Component


class Crossing(Struct, frozen=True):
    """A tab of the Desktop, known by its slot, that opens another panel than its own.

    `own` is the panel that shows what the tab is of, where one stands behind another tab.
    """

    pair: TabPair
    slot: Slot
    fact: DesktopTab
    own: Component | None


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
        return tuple(child for child in inner if child.comp in {TAB, PANEL})

    @cached_property
    def slots(self) -> tuple[tuple[Component, Slot], ...]:
        """The slots in its tabs, panels and other entries, each behind the entry that it is a child of."""
        return tuple((entry, slot) for entry in self.entries for slot in slots_among(entry))

    @cached_property
    def misfits(self) -> Mapping[Path, DesktopTab]:
        """What the first slot of an entry is of, where its visibility is the tag of something else; by the entry's path."""
        firsts = {entry.at.path: (entry, desktop_tab(slot.name)) for entry, slot in reversed(self.slots)}
        found = {path: fact for path, (entry, fact) in firsts.items() if fact and _is_of_another(entry, fact)}
        return {path: fact for path, fact in found.items() if path not in self.crossed} if found else found

    @cached_property
    def crossings(self) -> tuple[Crossing, ...]:
        """The tabs of the Desktop that open the panel of another tab, or whose own panel another tab opens."""
        known = [(pair, slot, fact) for pair in self.pairs for slot, fact in _known_slots(pair.tab)]
        found = []
        for pair, slot, fact in known:
            if fact.shows in _shown_in(pair.panel):
                continue
            at_home = {other.panel.at.path for other, _, of in known if of.shows == fact.shows}
            others = (panel for panel in self.panels if panel.at.path not in at_home)
            own = next((panel for panel in others if fact.shows in _shown_in(panel)), None)
            if own or any(_shown_in(pair.panel)):
                found.append(Crossing(pair, slot, fact, own))
        return tuple(found)

    @cached_property
    def crossed(self) -> frozenset[Path]:
        """The paths of the tabs and panels of crossings: of these nothing can be concluded from who stands beside whom."""
        parts = ((one.pair.tab, one.pair.panel, one.own) for one in self.crossings)
        return frozenset(part.at.path for together in parts for part in together if part)

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
    if component.comp in {TAB, PANEL}:
        return "tab" if component.comp == TAB else "panel"
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


def _known_slots(tab: Component) -> Iterator[tuple[Slot, DesktopTab]]:
    """Yield the first slot of a tab, where the Desktop knows it."""
    for slot in slots_among(tab)[:1]:
        fact = desktop_tab(slot.name)
        if fact:
            yield slot, fact


def _shown_in(panel: Component) -> Iterator[str]:
    """Yield what a panel shows of all that the Desktop has tabs for, at any depth."""
    for component in inside(panel):
        slot = slot_of(component)
        fact = desktop_tab(slot.name) if slot else next((o for o in desktop_tabs() if o.panel == component.comp), None)
        if fact:
            yield fact.shows


def _is_of_another(entry: Component, fact: DesktopTab) -> bool:
    tag = entry.visibility
    return tag != fact.visibility and visibility_tags().get(tag or "") not in _NO_TAG


def label_of(tab: Component) -> str | None:
    """Return the first text on a tab."""
    return first_text(tab.members)


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
