"""
A setting is nearly one that the Desktop knows.

Names are read exactly, upper and lower case included. That a setting with another name is left out without a word is assumed, not documented: then agents get the default.

```json bad at='"taskPageIlustration"'
{"taskPageIlustration": "https://widgets.acme.com/images/desk.png"}
```

```json bad at='"isDefaultLandingpage"'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "isDefaultLandingpage": true},
  "page": {"id": "orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{"taskPageIllustration": "https://widgets.acme.com/images/desk.png"}
```

Looked at are roles, pages, their navigation and grids, and the frames of widgets. What a page cannot do without is told as `layout/unread-required-key`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import misspelt_members, stray_settings


@rule(
    "layout/misspelt-setting",
    on=Layout,
    severity="warning",
    evidence="inferred",
    supersedes=("layout/wrapper-without-title",),
    catalogue=("dl:unknown-role-property",),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each unknown key that resembles a setting that is not there."""
    for key in (*stray_settings(layout), *misspelt_members(layout)):
        if key.meant and not key.is_needed:
            yield Problem(
                f"there is no setting '{key.name}'; did you mean '{key.meant}'?",
                key.at.key(),
                help=f"rename it to '{key.meant}'",
                fix=Fix(f"rename '{key.name}' to '{key.meant}'", (Edit(key.at, "rename", key.meant),), safe=False),
            )
