"""
The icon of a page does not fit its kind.

With `momentum` the Desktop looks up an icon by its name, with `other` it loads an image from an address. Where the two are mixed up, the bar on the left shows no icon.

```json bad at='"https://widgets.acme.com/icons/orders.svg"'
{
  "nav": {"label": "Orders", "icon": "https://widgets.acme.com/icons/orders.svg", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json bad at='"team"'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "other", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "https://widgets.acme.com/icons/orders.svg", "iconType": "other", "navigateTo": "acme-orders"},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import navigation_entries


@rule(
    "layout/mismatched-icon",
    on=Layout,
    severity="warning",
    catalogue=("dl:nav-icon-mismatch",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each address under `momentum`, and each plain name under `other`."""
    for entry in navigation_entries(layout):
        if entry.icon_type in {"momentum", "momentumDesign"} and entry.has_icon_address:
            message = f"the icon is an address, and '{entry.icon_type}' stands for names"
            help_ = "write 'other' for 'iconType', or the name of a Momentum icon here"
        elif entry.icon_type == "other" and entry.icon and not entry.has_icon_address:
            message = f"the icon '{entry.icon}' is a name, and 'other' stands for addresses"
            help_ = "write 'momentum' for 'iconType', or the https address of an image here"
        else:
            continue
        kind = Label(entry.place("iconType"), "the kind of icon")
        yield Problem(message, entry.place("icon"), also=(kind,), help=help_)
