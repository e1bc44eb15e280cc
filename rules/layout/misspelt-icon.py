"""
The name of an icon is nearly one that there is.

The Desktop looks up the exact name, in lower case and without a size. For another one the bar on the left shows no icon.

```json bad at='"setings"'
{
  "nav": {"label": "Orders", "icon": "setings", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json bad at='"icon-note_16"'
{
  "nav": {"label": "Orders", "icon": "icon-note_16", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "settings", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

The Momentum collection has these names with sizes, such as `note_16`, and the product documentation prints one that way. The Desktop may know newer names than the collection of 2023 that is compared here.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import icon_meant, navigation_entries


@rule(
    "layout/misspelt-icon",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:nav-icon-unknown",),
    sources=("@momentum-ui/icons 8.33.0", "help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each Momentum name that becomes a known one by taking its size off or mending a slip."""
    for entry in navigation_entries(layout):
        if entry.icon_type != "momentum" or entry.has_icon_address:
            continue
        meant = icon_meant(entry.icon)
        if meant is not None and meant != entry.icon:
            yield Problem(
                f"there is no icon '{entry.icon}'; did you mean '{meant}'?",
                entry.place("icon"),
                help=f"write '{meant}'",
                fix=Fix(f"write '{meant}'", (Edit(entry.place("icon"), "set", meant),), safe=False),
            )
