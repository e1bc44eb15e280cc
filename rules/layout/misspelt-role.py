"""
A role is misspelt.

The Desktop reads the names of roles exactly, upper and lower case included. Those with this role do not get what stands here.

```json bad at='"supervisoragent"'
{
  "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisoragent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
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

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import stray_roles


@rule(
    "layout/misspelt-role",
    on=Layout,
    severity="error",
    catalogue=("dl:role-unknown",),
    supersedes=("layout/unclear-form",),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each key at the top that resembles a role that is not there."""
    for key in stray_roles(layout):
        if key.meant:
            yield Problem(
                f"'{key.name}' is no role; did you mean '{key.meant}'?",
                key.at.key(),
                help=f"rename it to '{key.meant}'",
                fix=Fix(f"rename '{key.name}' to '{key.meant}'", (Edit(key.at, "rename", key.meant),), safe=False),
            )
