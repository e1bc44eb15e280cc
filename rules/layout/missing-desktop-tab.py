"""
A tab that the Desktop fills by itself is missing.

The auxiliary information pane of every default layout has the transcript of the IVR, the contact history and the screen pop. In a pane of your own agents get only the tabs that are in it.

```json bad at='"panel"'
{
  "panel": {
    "comp": "md-tabs",
    "children": [
      {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]},
      {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]}
    ]
  }
}
```

```json good
{
  "panel": {
    "comp": "md-tabs",
    "children": [
      {"comp": "md-tab", "attributes": {"slot": "tab"}, "visibility": "IVR_TRANSCRIPT", "children": [{"comp": "slot", "attributes": {"name": "IVR_TRANSCRIPT_TAB"}}]},
      {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "visibility": "IVR_TRANSCRIPT", "children": [{"comp": "slot", "attributes": {"name": "IVR_TRANSCRIPT"}}]},
      {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]},
      {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]},
      {"comp": "md-tab", "attributes": {"slot": "tab"}, "visibility": "SCREEN_POP", "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}]},
      {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "visibility": "SCREEN_POP", "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}]}
    ]
  }
}
```

What the Desktop shows where there is no pane, or an empty one, is not documented; such layouts are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below, part_facts, part_names


@rule(
    "layout/missing-desktop-tab",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:predefined-tab-missing",),
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each pane with tabs in which some of the Desktop's own are missing."""
    for role in layout.roles():
        panel = role.area.get("panel")
        if not isinstance(panel, dict) or not panel.get("children"):
            continue
        names = part_names(layout, role)
        lacking = [tab for tab in part_facts().tabs if not tab.is_among(names)]
        if lacking:
            names_of_tabs = " and no ".join(f"'{tab.name}' ({tab.label})" for tab in lacking)
            yield Problem(
                f"the pane has no {names_of_tabs}",
                below(role.area_at, "panel").key(),
                help="leave it, if nobody needs them; else take tab and panel from the default layout",
            )
