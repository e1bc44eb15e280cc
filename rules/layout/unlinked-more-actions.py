"""
The menu of the tabs names no tabs that there are.

`agentx-wc-more-actions-widget` puts the tabs back in order whose `comp-unique-id` is its own `tabs-unique-id`. With another word there agents choose to reset the tabs, and nothing happens.

```json bad at='"acme-tabs"'
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-orders"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "orders"}, "children": [{"comp": "div"}]},
    {"comp": "agentx-wc-more-actions-widget", "attributes": {"slot": "settings", "class": "widget-pane", "tabs-unique-id": "acme-tabs"}}
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

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import attribute


@rule(
    "layout/unlinked-more-actions",
    on=Layout,
    severity="error",
    catalogue=("dl:more-actions-unlinked",),
    sources=("help.webex.com ng08gqeb", "code of md-tabs in @momentum-ui/web-components"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each menu in `md-tabs` that names none of the tabs of its role."""
    groups = layout.components("md-tabs")
    known = {(tabs.role.name, attribute(tabs, "comp-unique-id")) for tabs in groups}
    for tabs in groups:
        for menu in tabs.children:
            named = attribute(menu, "tabs-unique-id")
            is_menu = menu.comp == "agentx-wc-more-actions-widget"
            if is_menu and named and (menu.role.name, named) not in known:
                yield _problem(tabs, menu, named)


def _problem(tabs: Component, menu: Component, named: str) -> Problem:
    own, at = attribute(tabs, "comp-unique-id"), menu.place("attributes", "tabs-unique-id")
    message = f"no tabs have the 'comp-unique-id' '{named}'"
    if own is None:
        around = Label(tabs.place("comp"), "the tabs around this menu")
        return Problem(message, at, also=(around,), help=f"give these tabs the 'comp-unique-id' {named}")
    return Problem(
        message,
        at,
        also=(Label(tabs.place("attributes", "comp-unique-id"), "the tabs around this menu"),),
        help=f"write {own}",
        fix=Fix(f"write {own}", (Edit(at, "set", own),), safe=False),
    )
