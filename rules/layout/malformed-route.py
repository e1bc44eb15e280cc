"""
The address of a page is empty or has characters that do not belong into one.

`navigateTo` becomes a part of the address in the browser. Blanks and marks such as `#` or `?` are encoded or cut off there, and the page may not open, or not after a reload.

```json bad at=' '
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json bad at='#'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme#orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

The product documentation prints one with blanks. What the Desktop makes of it nobody could try.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import navigation_entries, unfit_for_path


@rule(
    "layout/malformed-route",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:nav-slash-or-chars",),
    sources=("RFC 3986", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first such character of each route, and each empty route. Capitals work, as published layouts show."""
    for entry in navigation_entries(layout):
        at, route = entry.place("navigateTo"), entry.members.get("navigateTo")
        if route == "":
            yield Problem("the address of the page is empty", at, help=_HELP)
            continue
        unfit = unfit_for_path(entry.route)
        if unfit is not None:
            one = entry.route[unfit]
            what = "a blank" if one.isspace() else f"'{one}'"
            message = f"the address '{entry.route}' has {what}, which an address cannot have"
            yield Problem(message, at.slice(unfit, unfit + 1), help=_HELP)


_HELP = "write letters, digits and hyphens, such as 'acme-orders'"
