"""
Webex App is switched on at a place where the Desktop does not look.

The switch stood directly in the configuration once. Now it is `webexConfigured` inside `desktopChatApp`. The Desktop's own description of layouts no longer has the other one, so agents are probably without Webex App.

```json bad at='"webexAppConfigured"'
{"webexAppConfigured": true}
```

```json good
{"desktopChatApp": {"webexConfigured": true}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import below, setting_facts


@rule(
    "layout/misplaced-webex-switch",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:unknown-role-property",),
    supersedes=("layout/unknown-setting",),
    sources=("published layouts", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such switch that is on, while the one in force is not."""
    for role in layout.roles():
        app = role.settings.get("desktopChatApp")
        if isinstance(app, dict) and app.get("webexConfigured") is True:
            continue
        on = [name for name, value in role.settings.items() if name in setting_facts().webex_switches and value is True]
        for name in on:
            at = below(role.at, name)
            edits = (Edit(at, "rename", "desktopChatApp"), Edit(at, "set", {"webexConfigured": True}))
            free = "desktopChatApp" not in role.settings and len(on) == 1
            yield Problem(
                f"'{name}' is not where the Desktop looks for Webex App",
                at.key(),
                help="set 'webexConfigured' in 'desktopChatApp' to true, and delete this one",
                fix=Fix("write it as 'webexConfigured' in 'desktopChatApp'", edits, safe=False) if free else None,
            )
