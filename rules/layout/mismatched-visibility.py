"""
A tab of the Desktop has the visibility tag of another one.

The tag says which feature the tab comes and goes with. With that of another the tab is missing where its feature is on, or is there and empty. That tabs come and go by these tags is documented; which tag goes with which slot is concluded from the vendor's own layouts, which all agree.

```json bad at='"IVR_TRANSCRIPT"'
{
  "persistent": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "IVR_TRANSCRIPT"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}], "visibility": "IVR_TRANSCRIPT"}
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

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import DesktopTab, desktop_tab, slots_among, tab_groups


@rule(
    "layout/mismatched-visibility",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:visibility-slot-mismatch",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each tab with such a tag; a tab and its panel together are one mistake."""
    for group in tab_groups(layout):
        for together in group.together if group.misfits else ():
            found = [(one, fact) for one in together if (fact := group.misfits.get(one.at.path))]
            if not found:
                continue
            (first, fact), others = found[0], found[1:]
            slot = slots_among(first)[0]
            yield Problem(
                f"'{slot.name}' has the visibility '{first.visibility}'",
                first.place("visibility"),
                also=tuple(Label(one.place("visibility"), "and here") for one, _ in others),
                help=f"write {fact.visibility}"
                if fact.visibility
                else "leave 'visibility' out: this tab is always there",
                fix=_fix(together, fact),
            )


def _fix(together: Sequence[Component], fact: DesktopTab) -> Fix | None:
    """Give the tab and its panel the tag of their slots; None where the slots are of different tabs."""
    if {desktop_tab(slot.name) for one in together for slot in slots_among(one)} != {fact}:
        return None
    edits = [_edit(one, fact.visibility) for one in together if one.visibility != fact.visibility]
    return Fix(f"write {fact.visibility}" if fact.visibility else "take the tag away", tuple(edits), safe=False)


def _edit(one: Component, tag: str | None) -> Edit:
    at = one.place("visibility")
    if tag is None:
        return Edit(at, "remove")
    return Edit(at, "set" if "visibility" in one.members else "insert", tag)
