"""
A panel stands before its tab.

It works, for the first tab opens the first panel wherever they stand. But who adds a tab later counts wrongly, and then tabs open the panels of their neighbours.

```json bad at='"md-tab-panel"'
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]},
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import TabGroup, tab_groups, tab_part


@rule(
    "layout/panel-before-tab",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:tabs-order",),
    sources=("code of md-tabs in @momentum-ui/web-components", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first such panel of each group: those behind it often follow from it."""
    for group in tab_groups(layout):
        turned = (pair for pair in group.pairs if int(pair.panel.at.path[-1]) < int(pair.tab.at.path[-1]))
        for pair in list(turned)[:1]:
            yield Problem(
                "this panel stands before the tab that opens it",
                pair.panel.place("comp"),
                also=(Label(pair.tab.place("comp"), "its tab"),),
                help="put 'md-tab' and 'md-tab-panel' in turn",
                fix=Fix("put tabs and panels in turn", tuple(_edits(group))),
            )


def _edits(group: TabGroup) -> Iterator[Edit]:
    """Yield the edits that put each panel behind its tab. Safe: tabs keep their order among themselves, so do panels."""
    in_turn = [part for pair in group.pairs for part in (pair.tab, pair.panel)]
    now = [entry for entry in group.entries if tab_part(entry)]
    for there, part in zip(now, in_turn, strict=True):
        if there is not part:
            yield Edit(there.at, "set", part.at)
