"""
An entry of the navigation is to stand somewhere else than at the top.

All entries stand at the top of the bar. The value is read and changes nothing, today; a later Desktop may move the entry.

```json bad at='"bottom"'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "align": "bottom"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "align": "top"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import navigation_entries


@rule(
    "layout/ineffective-alignment",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:nav-align",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each text that is not `top`."""
    for entry in navigation_entries(layout):
        align = entry.members.get("align")
        if isinstance(align, str) and align != "top":
            at = entry.place("align")
            yield Problem(
                f"'{align}' has no effect: entries stand at the top",
                at,
                help="write 'top'",
                fix=Fix("write 'top'", (Edit(at, "set", "top"),)),
            )
