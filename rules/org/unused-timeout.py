"""
A desktop profile has an inactivity timeout that is not in force.

The minutes are set, and the switch for a timeout of its own is off: the tenant's timeout counts.

```json bad live=agent-profile.json at="30"
{"name": "Agents", "active": true, "timeoutDesktopInactivityCustomEnabled": false, "timeoutDesktopInactivityMins": 30}
```

```json good live=agent-profile.json
{"name": "Agents", "active": true, "timeoutDesktopInactivityCustomEnabled": true, "timeoutDesktopInactivityMins": 30}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/unused-timeout",
    on=Org,
    severity="info",
    profile="pedantic",
    evidence="inferred",
    sources=("WxCC API, agent-profile",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each active profile with minutes and without the switch."""
    for profile in org.of("agent-profile"):
        minutes = profile.data.get("timeoutDesktopInactivityMins")
        if minutes and profile.is_false("timeoutDesktopInactivityCustomEnabled") and not profile.is_false("active"):
            yield Problem(
                f"the desktop profile '{profile.name}' has a timeout of {minutes} minutes that is switched off",
                profile.at("timeoutDesktopInactivityMins"),
                help="switch the profile's own timeout on, or take the minutes out",
            )
