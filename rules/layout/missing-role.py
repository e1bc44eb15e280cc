"""
A role is missing.

A layout with roles has three: `agent`, `supervisor` and `supervisorAgent`. What those see whose role is missing, another layout or an empty Desktop, is not documented.

```json bad at="{"
{
  "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}}
}
```

```json good
{
  "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```

Who is both supervisor and agent gets `supervisorAgent`, and nothing of the other two.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import ROLES, misspelt_roles, stray_roles


@rule(
    "layout/missing-role",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:role-missing",),
    sources=("types of the Desktop in @wxcc-desktop/sdk-types", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for all missing roles, unless some object beside the others may be meant as one."""
    misspelt = misspelt_roles(layout)
    if (layout.form == "single" and not misspelt) or "area" in layout.root:
        return
    missing = [name for name in ROLES if name not in layout.root and name not in misspelt.values()]
    unclear = any(isinstance(key.value, dict) and not key.meant for key in stray_roles(layout))
    if missing and not unclear:
        names = " and ".join(f"'{name}'" for name in missing)
        yield Problem(
            f"the role {names} is missing" if len(missing) == 1 else f"the roles {names} are missing",
            layout.root_at.slice(0, 1),
            help="add what these users should see, or take it from the default layout",
        )
