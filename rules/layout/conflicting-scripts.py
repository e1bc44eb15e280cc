"""
A role loads one component from two addresses.

A browser lets an element be defined once and refuses the second definition. Whichever script comes first runs in all places, so agents get the right one or the wrong one by chance.

```json bad at='"https://widgets.acme.com/orders/1.3.0/orders.js"'
{
  "id": "orders",
  "widgets": {
    "left": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"},
    "right": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.3.0/orders.js"}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

```json good
{
  "id": "orders",
  "widgets": {
    "left": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"},
    "right": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import conflicts, owner, whereabouts, widgets


@rule(
    "layout/conflicting-scripts",
    on=Layout,
    severity="error",
    catalogue=("dl:script-url-conflict",),
    sources=("help.webex.com ng08gqeb", "HTML Standard, custom elements", "published layouts, mended later"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each component and role, at the first script that differs from the newest."""
    for widget in widgets(layout):
        for newest, odd, *others in conflicts(widget):
            yield Problem(
                f"'{widget.comp}' is loaded from another address in {whereabouts(owner(newest))}",
                odd.at,
                also=tuple(Label(one.at, f"its script in {whereabouts(owner(one))}") for one in (newest, *others)),
                help=f"give each '{widget.comp}' the same script; another element needs another name",
            )
