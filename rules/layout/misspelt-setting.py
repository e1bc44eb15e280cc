"""
A setting is nearly one that the Desktop knows.

Names are read exactly, upper and lower case included. That a setting with another name is left out without a word is assumed, not documented: then agents get the default.

```json bad at='"taskPageIlustration"'
{"taskPageIlustration": "https://widgets.acme.com/images/desk.png"}
```

```json good
{"taskPageIllustration": "https://widgets.acme.com/images/desk.png"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import stray_settings


@rule(
    "layout/misspelt-setting",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:unknown-role-property",),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each unknown key of a role that resembles a setting that is not there."""
    for key in stray_settings(layout):
        if key.meant:
            yield Problem(
                f"there is no setting '{key.name}'; did you mean '{key.meant}'?",
                key.at.key(),
                help=f"rename it to '{key.meant}'",
                fix=Fix(f"rename '{key.name}' to '{key.meant}'", (Edit(key.at, "rename", key.meant),), safe=False),
            )
