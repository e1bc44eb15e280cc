"""
The name of an icon is not in the Momentum collection.

For a name that the Desktop does not know, the bar on the left shows no icon. The collection compared here is of 2023, and the Desktop may know newer names: look at the page, and leave it if there is an icon.

```json bad at='"acme-parcel"'
{
  "nav": {"label": "Orders", "icon": "acme-parcel", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import icon_meant, navigation_entries


@rule(
    "layout/unknown-icon",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:nav-icon-unknown",),
    sources=("@momentum-ui/icons 8.33.0",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each Momentum name that is neither known nor nearly so."""
    for entry in navigation_entries(layout):
        is_name = entry.icon_type == "momentum" and entry.icon and not entry.has_icon_address
        if is_name and icon_meant(entry.icon) is None:
            yield Problem(
                f"the Momentum collection has no icon '{entry.icon}'",
                entry.place("icon"),
                help="check that the icon is shown; if it is not, choose one such as 'team' or 'settings'",
            )
