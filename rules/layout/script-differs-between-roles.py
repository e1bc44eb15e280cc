"""
Two roles load one component from different addresses.

Mostly somebody moved the script and forgot a role. Its users run other code than their colleagues, and see nothing at all once the old address is gone.

```json bad at='"https://static.acme.com/orders.js"'
{
  "agent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders.js"}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}},
  "supervisor": {"area": {}},
  "supervisorAgent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://static.acme.com/orders.js"}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}}
}
```

```json good
{
  "agent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders.js"}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}},
  "supervisor": {"area": {}},
  "supervisorAgent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders.js"}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}}
}
```

Scripts that differ in their version alone are told by `layout/mixed-versions`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import owner, stray_scripts, whereabouts, widgets


@rule(
    "layout/script-differs-between-roles",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:script-url-conflict", "dl:role-drift"),
    sources=("help.webex.com ng08gqeb: the address of a component's script is not to change",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each component, at the first script that differs from that of the first role."""
    for widget in widgets(layout):
        scripts = stray_scripts(widget)
        if scripts:
            first, stray, *others = scripts
            yield Problem(
                f"'{widget.comp}' is loaded from another address in {whereabouts(owner(first))}",
                stray.at,
                also=tuple(Label(one.at, f"its script in {whereabouts(owner(one))}") for one in (first, *others)),
                help="write the same address in all roles",
            )
