"""
An area stands beside `area` and not in it.

The Desktop looks for areas inside `area`. That it leaves out others without a word is assumed, not documented: then nobody sees what stands here.

```json bad at='"persistent"'
{
  "agent": {
    "area": {"advancedHeader": [{"comp": "agentx-state-selector"}]},
    "persistent": []
  },
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```

```json good
{
  "agent": {
    "area": {
      "advancedHeader": [{"comp": "agentx-state-selector"}],
      "persistent": []
    }
  },
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import below, known_areas


@rule(
    "layout/misplaced-area",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:unknown-role-property", "dl:area-unknown-key"),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each area beside `area`; without an `area` its absence is what there is to tell."""
    for role in layout.roles():
        for name in role.settings if "area" in role.settings else ():
            if name in known_areas():
                here, there = below(role.at, name), below(role.area_at, name)
                held = name in role.area
                move = Fix("move it into 'area'", (Edit(there, "insert", here), Edit(here, "remove")), safe=False)
                yield Problem(
                    f"'{name}' stands beside 'area', where the Desktop does not look for it",
                    here.key(),
                    help="delete it, or move what it holds into the one in 'area'" if held else "move it into 'area'",
                    fix=None if held else move,
                )
