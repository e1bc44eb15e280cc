"""
Two pages of a role have the same address.

`navigateTo` is the last part of a page's address, and each page needs its own. With one address for two pages, both icons lead to the same page.

```json bad at='"acme-orders"'
{
  "navigation": [
    {
      "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"},
      "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    },
    {
      "nav": {"label": "Returns", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"},
      "page": {"id": "acme-returns", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    }
  ]
}
```

```json good
{
  "navigation": [
    {
      "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"},
      "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    },
    {
      "nav": {"label": "Returns", "icon": "team", "iconType": "momentum", "navigateTo": "acme-returns"},
      "page": {"id": "acme-returns", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    }
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import NavigationEntry, entries_of


@rule(
    "layout/repeated-route",
    on=Layout,
    severity="error",
    catalogue=("dl:nav-duplicate",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each route that an earlier page of the role has."""
    for role in layout.roles():
        first: dict[str, NavigationEntry] = {}
        for entry in entries_of(layout, role):
            earlier = first.setdefault(entry.route, entry)
            if entry.route and earlier is not entry:
                yield Problem(
                    f"'{entry.route}' is the address of '{earlier.label}' already",
                    entry.place("navigateTo"),
                    also=(Label(earlier.place("navigateTo"), "the first page with this address"),),
                    help="give each page of a role an address of its own",
                )
