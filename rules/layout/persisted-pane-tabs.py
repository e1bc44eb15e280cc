"""
The tabs of the auxiliary pane are to keep their selection.

`persist-selection` does not apply to the tabs of the pane, the product documentation says. It is for tabs on pages.

```json bad at='"persist-selection"'
{
  "panel": {
    "comp": "md-tabs",
    "attributes": {"class": "widget-tabs", "persist-selection": true, "tabs-id": "acme-pane"},
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
    "attributes": {"class": "widget-tabs"},
    "children": [
      {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]},
      {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]}
    ]
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import attribute, is_on


@rule(
    "layout/persisted-pane-tabs",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:persist-in-panel",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the switch on the tabs of the pane; without an id the schema has already told that nothing is kept."""
    for tabs in layout.components_in("panel"):
        if not is_on(tabs, "persist-selection") or not attribute(tabs, "tabs-id"):
            continue
        if tabs.at.path == (*tabs.role.area_at.path, "panel"):
            yield Problem(
                "'persist-selection' does not apply to the tabs of the auxiliary pane",
                tabs.place("attributes", "persist-selection").key(),
                help="leave it out here",
            )
