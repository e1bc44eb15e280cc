"""
Two groups of tabs keep what agents chose under one id.

The browser keeps the selected tab under `tabs-id`, and the order of the tabs under `comp-unique-id`. With one id for two groups, what agents do in one of them changes the other: another tab is open, or the tabs stand in another order.

```json bad at='"acme-tabs"'
{
  "id": "acme-orders",
  "widgets": {
    "left": {
      "comp": "md-tabs",
      "attributes": {"persist-selection": true, "tabs-id": "acme-tabs"},
      "children": [
        {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
        {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
      ]
    },
    "right": {
      "comp": "md-tabs",
      "attributes": {"persist-selection": true, "tabs-id": "acme-tabs"},
      "children": [
        {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Returns"},
        {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
      ]
    }
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {
    "left": {
      "comp": "md-tabs",
      "attributes": {"persist-selection": true, "tabs-id": "acme-orders"},
      "children": [
        {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
        {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
      ]
    },
    "right": {
      "comp": "md-tabs",
      "attributes": {"persist-selection": true, "tabs-id": "acme-returns"},
      "children": [
        {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Returns"},
        {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
      ]
    }
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

The same id in several roles is fine: nobody has two of them at a time.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Label, Layout, Problem, rule
from wxcc_lint.api.layout import attribute, is_on

_USED_WITH = {"tabs-id": "persist-selection", "comp-unique-id": "draggable"}


@rule(
    "layout/shared-tabs-id",
    on=Layout,
    severity="warning",
    catalogue=("dl:tabs-id-duplicate",),
    sources=("help.webex.com ng08gqeb", "code of md-tabs in @momentum-ui/web-components"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each id that has been used before in the role, while the switch is on that makes use of it."""
    for name, switch in _USED_WITH.items():
        first: dict[tuple[str | None, str], Component] = {}
        for tabs in layout.components("md-tabs"):
            value = attribute(tabs, name)
            if not value or not is_on(tabs, switch):
                continue
            before = first.setdefault((tabs.role.name, value), tabs)
            if before is not tabs:
                yield Problem(
                    f"'{value}' is the '{name}' of two groups of tabs",
                    tabs.place("attributes", name),
                    also=(Label(before.place("attributes", name), "here for the first time"),),
                    help="give each group an id of its own",
                )
