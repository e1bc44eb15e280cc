"""
A slot has a name that the Desktop does not fill.

The Desktop has a few tabs of its own, and puts them where their slots are. A slot with any other name stays empty: agents see a tab without words, or nothing behind it. Slots that are newer than wxcc-lint are not known here.

```json bad at='"SCREENPOP"'
{
  "persistent": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "SCREEN_POP"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREENPOP"}}], "visibility": "SCREEN_POP"}
  ]
}
```

```json good
{
  "persistent": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "SCREEN_POP"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}], "visibility": "SCREEN_POP"}
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Layout, Problem, closest, rule
from wxcc_lint.api.layout import Slot, desktop_tab, desktop_tabs, slots_in, tab_groups, tab_part


@rule(
    "layout/unknown-slot",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:slot-name-unknown",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each slot in a tab or panel whose name is not known."""
    for group in tab_groups(layout):
        for entry, slot in group.slots:
            if desktop_tab(slot.name) is None:
                yield _problem(entry, slot)


def _problem(entry: Component, slot: Slot) -> Problem:
    part = tab_part(entry) or "tab"
    component = next((tab.panel for tab in desktop_tabs() if tab.name == slot.name), None)
    if component and part == "panel":
        return Problem(f"there is no slot '{slot.name}'", slot.at, help=f"put '{component}' into this panel")
    meant = closest(slot.name, slots_in(part))
    if meant:
        fix = Fix(f"write {meant}", (Edit(slot.at, "set", meant),), safe=False)
        message = f"there is no slot '{slot.name}'; did you mean '{meant}'?"
        return Problem(message, slot.at, help=f"write {meant}", fix=fix)
    known = ", ".join(name for name, tab in slots_in(part).items() if tab.status == "current")
    return Problem(
        f"the Desktop is not known to fill a slot '{slot.name}'",
        slot.at,
        help=f"put a component of your own there instead of the slot, or use one of {known}",
    )
