"""
A slot for a tab stands in a panel, or one for a panel in a tab.

Each tab of the Desktop has two slots: with `_TAB` at its end the name is that of the words on the tab, without it that of what the panel shows. In each other's place agents find a few words on an empty panel, or a whole widget on the tab.

```json bad at='"SCREEN_POP_TAB"'
{
  "persistent": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "SCREEN_POP"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "SCREEN_POP"}
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

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Path, Problem, rule
from wxcc_lint.api.layout import DesktopTab, Slot, slots_in, tab_groups, tab_part

Swap = tuple[Slot, DesktopTab, str]
"""A slot, what it is of, and where it belongs."""


@rule(
    "layout/swapped-slot",
    on=Layout,
    severity="error",
    catalogue=("dl:slot-tab-panel-swap",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the slots that belong into the other part; those of a tab and its panel together."""
    for group in tab_groups(layout):
        swaps: dict[Path, list[Swap]] = {}
        for entry, slot in group.slots:
            swap = _swap(entry, slot)
            if swap:
                swaps.setdefault(entry.at.path, []).append(swap)
        for together in group.together if swaps else ():
            found = [swap for one in together for swap in swaps.get(one.at.path, ())]
            if found:
                yield _problem(found)


def _swap(entry: Component, slot: Slot) -> Swap | None:
    """Return a slot of the wrong part in a tab or panel."""
    of_tab, of_panel = slots_in("tab").get(slot.name), slots_in("panel").get(slot.name)
    if of_panel and not of_tab and tab_part(entry) == "tab":
        return slot, of_panel, "in a panel, and this is a tab"
    if of_tab and not of_panel and tab_part(entry) == "panel":
        return slot, of_tab, "on a tab, and this is a panel"
    return None


def _problem(found: list[Swap]) -> Problem:
    """Tell the first one, and show the others; one that the other part has no slot for is not for a machine to mend."""
    meant = [fact.panel_slot if slot.name == fact.tab_slot else fact.tab_slot for slot, fact, _ in found]
    edits = [Edit(slot.at, "set", name) for (slot, _, _), name in zip(found, meant, strict=True) if name]
    slot, fact, where = found[0]
    return Problem(
        f"the slot '{slot.name}' belongs {where}",
        slot.at,
        also=tuple(Label(other.at, f"'{other.name}' belongs {there}") for other, _, there in found[1:]),
        help=f"write {meant[0]}" if meant[0] else f"put '{fact.panel}' into this panel",
        fix=Fix(f"write {', '.join(filter(None, meant))}", tuple(edits)) if None not in meant else None,
    )
