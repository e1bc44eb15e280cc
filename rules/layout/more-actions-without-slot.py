"""
The menu of the tabs is not in the slot for it.

`md-tabs` shows a child only in one of its slots, and the one for the menu is `settings`. Without it agents do not see the menu.

```json bad at='"agentx-wc-more-actions-widget"'
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-orders"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "orders"}, "children": [{"comp": "div"}]},
    {"comp": "agentx-wc-more-actions-widget", "attributes": {"class": "widget-pane", "tabs-unique-id": "acme-orders"}}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-orders"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "orders"}, "children": [{"comp": "div"}]},
    {"comp": "agentx-wc-more-actions-widget", "attributes": {"slot": "settings", "class": "widget-pane", "tabs-unique-id": "acme-orders"}}
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import attribute


@rule(
    "layout/more-actions-without-slot",
    on=Layout,
    severity="error",
    catalogue=("dl:more-actions-unlinked",),
    sources=("help.webex.com ng08gqeb", "code of md-tabs in @momentum-ui/web-components"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each menu in `md-tabs` that is in no slot, or in another one."""
    for tabs in layout.components("md-tabs"):
        for menu in tabs.children:
            if menu.comp == "agentx-wc-more-actions-widget" and attribute(menu, "slot") != "settings":
                yield _problem(menu)


def _problem(menu: Component) -> Problem:
    at = menu.place("attributes", "slot")
    is_there = "slot" in menu.attributes
    action = Edit(at, "set" if is_there else "insert", "settings")
    return Problem(
        "this menu is not in the slot 'settings'",
        at if is_there else menu.place("comp"),
        help="write 'slot': 'settings' in its 'attributes'",
        fix=Fix("write settings", (action,), safe=False),
    )
