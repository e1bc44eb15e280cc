"""
No active user is assigned to the call center.

Nobody gets the softphone.

```xml bad live=crm.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```json bad live=org/users-by-call-center.json at="0"
{"WebexCCAgentDesktopV20241121": 0}
```

```xml good live=crm.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```json good live=org/users-by-call-center.json
{"WebexCCAgentDesktopV20241121": 12}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/call-center-without-users",
    on=Org,
    severity="warning",
    evidence="verified",
    catalogue=("cc:call-center-users",),
    sources=("Salesforce Object Reference, User",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield one problem if no call center of Webex has users."""
    users = org.counted("users-by-call-center")
    names = [view.internal_name for view in org.callcenters if view.internal_name]
    if isinstance(users, dict) and names and not any(users.get(name) for name in names):
        yield Problem(
            f"no active user is assigned to {' or '.join(repr(name) for name in names)}",
            org.counted_at("users-by-call-center", names[0]),
            help="assign the agents in Setup under Call Centers",
        )
