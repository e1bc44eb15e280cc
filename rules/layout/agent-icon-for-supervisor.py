"""
The header of supervisors has an icon that only agents use.

Supervisors take no calls: the default layout gives them neither `agentx-outdial` nor `agentx-state-selector`, and nothing says what they do there. Who does both works with `supervisorAgent`.

```json bad at='"agentx-outdial"'
{
  "supervisor": {
    "area": {
      "advancedHeader": [{"comp": "agentx-outdial"}, {"comp": "agentx-notification"}],
      "navigation": []
    }
  },
  "agent": {"area": {"navigation": []}},
  "supervisorAgent": {"area": {"navigation": []}}
}
```

```json good
{
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}], "navigation": []}},
  "agent": {"area": {"navigation": []}},
  "supervisorAgent": {"area": {"navigation": []}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import header_components, in_header


@rule(
    "layout/agent-icon-for-supervisor",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:advanced-header-role-fit",),
    sources=("default layout of late 2025",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each component of the supervisor's header that no default header of supervisors has."""
    known = header_components()
    for role in layout.roles():
        for component in in_header(layout, role, "advancedHeader") if role.name == "supervisor" else ():
            fact = known.get(component.comp)
            if fact and "supervisor" not in fact.roles:
                yield Problem(
                    f"'{component.comp}' is for agents, and this is the header of supervisors",
                    component.place("comp"),
                    help="take it out here, and keep it in 'supervisorAgent'",
                )
