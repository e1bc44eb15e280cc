"""
Agents may reorder the tabs, and the tabs have no names.

The browser keeps the order of the names. Where no tab has one, agents find the tabs in the old order after a reload.

```json bad at='"comp-unique-id"'
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-tabs"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-tabs"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "orders"}, "children": [{"comp": "div"}]}
  ]
}
```

Whether the Desktop gives names to tabs that have none is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import attribute, is_on, tab_groups


@rule(
    "layout/unnamed-draggable-tabs",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:draggable-without-unique-id",),
    sources=("code of md-tabs in @momentum-ui/web-components",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each group in which a tab and its panel have no name, at the id that the order is kept under."""
    for group in tab_groups(layout):
        tabs = group.owner
        if tabs is None or not is_on(tabs, "draggable") or not attribute(tabs, "comp-unique-id"):
            continue
        bare = [pair for pair in group.pairs if not attribute(pair.tab, "name") and not attribute(pair.panel, "name")]
        if bare:
            count = "a tab has" if len(bare) == 1 else f"{len(bare)} tabs have"
            yield Problem(
                f"the order of these tabs is kept by their names, and {count} none",
                tabs.place("attributes", "comp-unique-id").key(),
                help="give each tab and its panel the same 'name' in 'attributes'",
            )
