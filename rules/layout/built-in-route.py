"""
A page has the address of one of the Desktop's own pages.

The Desktop has pages of its own, and more of them with each release. Agents who open the address get one of the two, and the other one is out of reach.

```json bad at='"queues"'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "queues"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-queues"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

The addresses are known from the Desktop's published types; which of the two pages wins nobody could try. The default layout's own `tpw` and `home` are right as they are.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import built_in_route, comps_on, navigation_entries


@rule(
    "layout/built-in-route",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:nav-builtin-route",),
    sources=("types of the Desktop in @wxcc-desktop/sdk-types", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such route, but where the default layout has it."""
    for entry in navigation_entries(layout):
        route = built_in_route(entry.route)
        if route is None or entry.area == route.own_area:
            continue
        if route.own_component is None or route.own_component not in comps_on(layout, entry):
            yield Problem(
                f"'{entry.route}' is the address of one of the Desktop's own pages",
                entry.place("navigateTo"),
                help=f"begin the address with a prefix of your own, such as 'acme-{entry.route}'",
            )
