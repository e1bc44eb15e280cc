"""
A desktop profile gives access to specific objects, and names none.

Agents with this profile have no code, queue or entry point to choose.

```json bad live=agent-profile.json at="[]"
{"name": "Agents", "active": true, "accessWrapUpCode": "SPECIFIC", "wrapUpCodes": []}
```

```json good live=agent-profile.json
{"name": "Agents", "active": true, "accessWrapUpCode": "ALL", "accessQueue": "SPECIFIC", "queues": ["contact-service-queue:Sales"]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org

_LISTS = {
    "accessWrapUpCode": ("wrapUpCodes", "wrap-up codes"),
    "accessIdleCode": ("idleCodes", "idle codes"),
    "accessQueue": ("queues", "queues"),
    "accessEntryPoint": ("entryPoints", "entry points"),
    "accessBuddyTeam": ("buddyTeams", "buddy teams"),
}


@rule(
    "org/empty-access",
    on=Org,
    severity="warning",
    evidence="inferred",
    sources=("WxCC API, agent-profile",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each list of an active profile that is there, empty and in force."""
    for profile in org.of("agent-profile"):
        for access, (member, words) in _LISTS.items() if not profile.is_false("active") else ():
            if profile.text(access) == "SPECIFIC" and profile.data.get(member) == []:
                yield Problem(
                    f"the desktop profile '{profile.name}' is for specific {words}, and names none",
                    profile.at(member),
                    help=f"choose the {words}, or all, or none",
                )
