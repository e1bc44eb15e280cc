"""The tabs that the Desktop fills by itself, and the visibility tags."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Final, Literal

from msgspec import Struct

from wxcc_lint.catalog.facts import Evidence, read_facts

_OF_TABS: Final = "_TAB"


class DesktopTab(Struct, frozen=True):
    """A tab of the Desktop. `visibility` is its tag, None where it has none.

    The slots are names for what the Desktop puts there: what is written on the tab, and what the panel holds. `panel_slot`
    is None where the panel holds the component `panel` instead.
    """

    name: str
    shows: str
    visibility: str | None
    panel: str | None
    status: Literal["current", "legacy", "obsolete"]
    evidence: Evidence
    sources: tuple[str, ...]

    @property
    def tab_slot(self) -> str:
        """The name of the slot that stands in the tab."""
        return self.name + _OF_TABS

    @property
    def panel_slot(self) -> str | None:
        """The name of the slot that stands in the panel."""
        return None if self.panel else self.name


@cache
def desktop_tabs() -> tuple[DesktopTab, ...]:
    """Return all tabs of the Desktop."""
    facts = read_facts("desktop-slots.yaml")["tabs"]
    return tuple(
        DesktopTab(
            name,
            fact["shows"],
            fact.get("visibility"),
            fact.get("panel"),
            fact["status"],
            fact["evidence"],
            tuple(fact["sources"]),
        )
        for name, fact in facts.items()
    )


@cache
def slots_in(part: Literal["tab", "panel"]) -> Mapping[str, DesktopTab]:
    """Return the slots that belong into tabs, or those that belong into panels, with what they are of."""
    named = ((one.tab_slot if part == "tab" else one.panel_slot, one) for one in desktop_tabs())
    return {name: one for name, one in named if name}


def desktop_tab(slot: str) -> DesktopTab | None:
    """Return what a slot is of, whichever part it belongs into; None for a name that the Desktop does not know."""
    return slots_in("tab").get(slot) or slots_in("panel").get(slot)


@cache
def visibility_tags() -> Mapping[str, str]:
    """Return the visibility tags with their status: `current`, `legacy` or `deprecated`."""
    return {name: tag["status"] for name, tag in read_facts("desktop-slots.yaml")["tags"].items()}
