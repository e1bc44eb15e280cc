"""
A role has a setting that the Desktop does not know.

The Desktop's own description of layouts has no such name. That it is left out without a word is assumed, not documented: then it changes nothing for agents.

```json bad at='"favicon"'
{"favicon": "https://widgets.acme.com/images/acme.png"}
```

```json good
{"logo": "https://widgets.acme.com/images/acme.png"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, closest, rule
from wxcc_lint.api.layout import known_settings, stray_settings


@rule(
    "layout/unknown-setting",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:unknown-role-property",),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each unknown key of a role, but for those that are a misspelt setting."""
    for key in stray_settings(layout):
        if not key.meant:
            known = closest(key.name, known_settings())
            help_ = (
                f"delete it, if '{known}' says what you mean" if known else "delete it, if it is not needed elsewhere"
            )
            yield Problem(f"the Desktop knows no setting '{key.name}'", key.at.key(), help=help_)
