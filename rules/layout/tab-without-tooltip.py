"""
A tab of your own has no tooltip.

Tabs are narrow, and long words on them are cut. The product documentation asks for a tooltip on every tab that is not the Desktop's own, so that agents can read the whole of it.

```json bad at='"md-tab"'
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Orders"}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "md-tooltip", "attributes": {"message": "Orders"}, "children": [{"comp": "span", "textContent": "Orders"}]}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import inside, label_of, slot_of, tab_groups


@rule(
    "layout/tab-without-tooltip",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:tab-tooltip-missing",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each tab with words of its own and no tooltip around or beside them."""
    for group in tab_groups(layout):
        for tab in group.tabs:
            label = label_of(tab)
            if label and not any(one.comp == "md-tooltip" or slot_of(one) for one in inside(tab)):
                yield Problem(
                    f"the tab '{label}' has no tooltip",
                    tab.place("comp"),
                    help="put the text into an 'md-tooltip' with a 'message'",
                )
