"""
An icon of the old header is listed twice.

The header has one icon of each kind. What a second entry does is not documented; at best nothing.

```json bad at='"outdial"'
{"headerActions": ["outdial", "notification", "outdial"], "area": {"navigation": []}}
```

```json good
{"headerActions": ["outdial", "notification"], "area": {"navigation": []}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import below, header_components


@rule(
    "layout/repeated-header-action",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:header-actions-duplicate",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each further entry of an action; beside `advancedHeader` the list has no effect and is told as such."""
    known = {it.action for it in header_components().values() if it.action}
    for role in layout.roles():
        actions = role.settings.get("headerActions")
        if not isinstance(actions, list) or "advancedHeader" in role.area:
            continue
        for index, action in enumerate(actions):
            if not isinstance(action, str) or action not in known or actions.index(action) == index:
                continue
            at = below(role.at, "headerActions", index)
            first = below(role.at, "headerActions", actions.index(action))
            yield Problem(
                f"'{action}' is listed twice in 'headerActions'",
                at,
                also=(Label(first, "listed here already"),),
                help="keep one of them, at the place the icon should have",
                fix=Fix("remove the second one", (Edit(at, "remove"),)),
            )
