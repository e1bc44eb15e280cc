"""
The address of a page has a slash.

`navigateTo` is one part of an address, and no published layout has a slash in it. The page works without, and nobody has to find out what the Desktop does with it.

```json bad at='/'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "/acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

The product documentation prints it this way in its sample of a screen pop.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import navigation_entries


@rule(
    "layout/route-with-slash",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="unverified",
    catalogue=("dl:nav-slash-or-chars",),
    sources=("published layouts", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first slash of each route."""
    for entry in navigation_entries(layout):
        slash = entry.route.find("/")
        if slash >= 0:
            yield Problem(
                f"the address '{entry.route}' has a slash",
                entry.place("navigateTo").slice(slash, slash + 1),
                help="leave the slash out, or write a hyphen",
            )
