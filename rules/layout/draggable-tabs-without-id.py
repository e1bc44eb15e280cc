"""
Agents may reorder the tabs, and the order is not kept.

The browser keeps the order under the `comp-unique-id`. Without one agents sort their tabs again after each reload.

```json bad at='"draggable"'
{
  "comp": "md-tabs",
  "attributes": {"draggable": true},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "orders"}, "children": [{"comp": "div"}]}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-orders"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "orders"}, "children": [{"comp": "div"}]}
  ]
}
```

Every tab and its panel then need the same `name` as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import attribute, is_on


@rule(
    "layout/draggable-tabs-without-id",
    on=Layout,
    severity="warning",
    catalogue=("dl:draggable-without-unique-id",),
    sources=("help.webex.com ng08gqeb", "code of md-tabs in @momentum-ui/web-components"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such switch; where a menu inside names an id, unlinked-more-actions tells that it is missing."""
    for tabs in layout.components("md-tabs"):
        if not is_on(tabs, "draggable") or attribute(tabs, "comp-unique-id"):
            continue
        if not any(attribute(child, "tabs-unique-id") for child in tabs.children):
            yield Problem(
                "these tabs can be reordered, and have no 'comp-unique-id' to keep the order under",
                tabs.place("attributes", "draggable").key(),
                help="add a 'comp-unique-id' that no other tabs of the layout have",
            )
