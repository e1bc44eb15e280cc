"""
A header action is blank.

The old header shows no icon for it. A list of nothing but a blank is a header without icons, which an empty list says plainly; perhaps somebody meant an icon to stand there.

```json bad at='""'
{"headerActions": [""], "area": {"navigation": []}}
```

```json good
{"headerActions": [], "area": {"navigation": []}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import below


@rule(
    "layout/blank-header-action",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:header-actions-value",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each blank entry; beside `advancedHeader` the list has no effect and is told as such."""
    for role in layout.roles():
        actions = role.settings.get("headerActions")
        if not isinstance(actions, list) or "advancedHeader" in role.area:
            continue
        for index, action in enumerate(actions):
            if isinstance(action, str) and not action.strip():
                at = below(role.at, "headerActions", index)
                yield Problem(
                    f"entry {index + 1} of 'headerActions' is blank",
                    at,
                    help="name an icon, or write [] for a header without icons",
                    fix=Fix("take the entry away", (Edit(at, "remove"),), safe=False),
                )
