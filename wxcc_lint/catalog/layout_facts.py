"""Facts about desktop layouts that are no names or types: those stand in the schema."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Any

from msgspec import Struct

from wxcc_lint.catalog.desktop_slots import desktop_tab, desktop_tabs
from wxcc_lint.catalog.facts import read_facts


class SettingFacts(Struct, frozen=True):
    """What is known of settings and areas.

    `undocumented` goes from names that the Desktop has to what is known of them; `webex_switches` are those at which it
    does not look for Webex App; `area_names` goes from other words for an area to its name. `absent_logo` takes the logo
    away, `absent_logo_meant` are words that people write instead, in small letters without anything else. Images have an
    ending each.
    """

    undocumented: Mapping[str, str]
    webex_switches: frozenset[str]
    area_names: Mapping[str, str]
    default_title: str
    former_titles: frozenset[str]
    absent_logo: str
    absent_logo_meant: frozenset[str]
    images: tuple[str, ...]
    other_images: frozenset[str]


class LayoutPart(Struct, frozen=True):
    """A part of the default layout, by the name of its component or slot; `stand_ins` are components that replace it."""

    name: str
    label: str
    stand_ins: frozenset[str]
    roles: frozenset[str]

    def is_among(self, names: Collection[str]) -> bool:
        """Tell whether the part, or what stands in for it, is among the components and slots with these names."""
        return self.name in names or not self.stand_ins.isdisjoint(names)


class PartFacts(Struct, frozen=True):
    """Parts of the default layout: those it got lately, the tabs it always had, and what it has no longer.

    `legacy_setting` and `legacy_parts`, which are components and slots, belong to Webex Experience Management. `renamed`
    goes from former names of components to present ones.
    """

    recent: tuple[LayoutPart, ...]
    tabs: tuple[LayoutPart, ...]
    legacy_setting: str
    legacy_parts: frozenset[str]
    renamed: Mapping[str, str]


@cache
def setting_facts() -> SettingFacts:
    """Return what is known of settings and areas."""
    facts = read_facts("layout-settings.yaml")
    return SettingFacts(
        undocumented=facts["undocumented"]["names"],
        webex_switches=frozenset(facts["webex-switches"]["names"]),
        area_names=facts["area-names"]["names"],
        default_title=facts["title"]["default"],
        former_titles=frozenset(facts["title"]["former"]),
        absent_logo=facts["logo"]["absent"],
        absent_logo_meant=frozenset(facts["logo"]["meant"]),
        images=tuple(facts["images"]["supported"]),
        other_images=frozenset(facts["images"]["others"]),
    )


@cache
def part_facts() -> PartFacts:
    """Return what is known of the parts of the default layout."""
    facts = read_facts("layout-parts.yaml")

    legacy = facts["experience-management"]
    legacy_tabs = [tab for tab in desktop_tabs() if tab.status != "current"]
    slots = [slot for tab in legacy_tabs for slot in (tab.tab_slot, tab.panel_slot) if slot]
    return PartFacts(
        recent=tuple(map(_part, facts["recent"]["parts"])),
        tabs=tuple(map(_part, facts["tabs"]["parts"])),
        legacy_setting=legacy["setting"],
        legacy_parts=frozenset([*legacy["components"], *slots]),
        renamed=facts["renamed"]["names"],
    )


def _part(fact: Mapping[str, Any]) -> LayoutPart:
    name = fact["name"]
    tab = desktop_tab(name)
    return LayoutPart(
        name=name,
        label=fact.get("label") or (tab.shows if tab else name),
        stand_ins=frozenset(fact.get("also", ())),
        roles=frozenset(fact["roles"]),
    )
