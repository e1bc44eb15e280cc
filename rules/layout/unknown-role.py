"""
Something stands beside the roles that is no role.

At the top of a layout with roles the Desktop looks for `agent`, `supervisor` and `supervisorAgent` alone. That it leaves out everything else without a word is assumed, not documented.

```json bad at='"appTitle"'
{
  "appTitle": "Acme Service",
  "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```

```json good
{
  "agent": {"appTitle": "Acme Service", "area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {"appTitle": "Acme Service", "area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisorAgent": {"appTitle": "Acme Service", "area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import ROLES, StrayKey, known_settings, stray_roles


@rule(
    "layout/unknown-role",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:role-unknown",),
    sources=("types of the Desktop in @wxcc-desktop/sdk-types", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each key beside the roles, but for those that are a misspelt role."""
    missing = [role for role in ROLES if role not in layout.root] if isinstance(layout.root, dict) else []
    for key in stray_roles(layout):
        if not key.meant:
            message = f"'{key.name}' stands beside the roles and is none"
            yield Problem(message, key.at.key(), help=_help(key, missing))


def _help(key: StrayKey, missing: Sequence[str]) -> str:
    if key.name in known_settings():
        return "move it into each role that should have it"
    if missing and isinstance(key.value, dict):
        names = " or ".join(f"'{role}'" for role in missing)
        return f"if it is meant to be a role, name it {names}"
    return "delete it, or move it to where it belongs"
