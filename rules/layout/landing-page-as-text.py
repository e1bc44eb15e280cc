"""
The mark of a landing page is a text.

`isDefaultLandingPage` is true or false, without quotes. In quotes even `"false"` may count as true, or `"true"` as nothing: agents land on a page that nobody chose.

```json bad at='"true"'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "isDefaultLandingPage": "true"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "isDefaultLandingPage": true},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

How the Desktop reads a text here is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import navigation_entries


@rule(
    "layout/landing-page-as-text",
    on=Layout,
    severity="warning",
    evidence="unverified",
    catalogue=("dl:landing-page-forbidden",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such text."""
    for entry in navigation_entries(layout):
        value, at = entry.members.get("isDefaultLandingPage"), entry.place("isDefaultLandingPage")
        if isinstance(value, str):
            meant = {"true": True, "false": False}.get(value.strip().lower())
            fix = Fix("take the quotes off", (Edit(at, "set", meant),), safe=False) if meant is not None else None
            yield Problem(f"'{value}' is a text", at, help="write true or false without quotes", fix=fix)
