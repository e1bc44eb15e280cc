"""
The layout is of the old form, which has one configuration for all.

It still works. But supervisors get what agents get, and have no home page of their own.

```json bad at='"area"'
{
  "version": "0.0.6",
  "area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}
}
```

```json good
{
  "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule


@rule(
    "layout/single-role-form",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:single-role-form",),
    sources=("types of the Desktop in @wxcc-desktop/sdk-types", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Point to the `area` at the top, by which the form is told."""
    for role in layout.roles():
        if role.name is None and "area" in role.settings:
            yield Problem(
                "the layout is of the old form, with one configuration for all",
                role.area_at.key(),
                help="begin with a fresh default layout, and move your widgets to the roles that need them",
            )
