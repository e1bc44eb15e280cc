"""
An outdial ANI of a desktop profile has no default entry.

Agents who choose no number call without one, or with the number of the entry point.

```json bad live=agent-profile.json
{"name": "Agents", "active": true, "outdialEnabled": true, "outdialEntryPointId": "entry-point:Outbound", "outdialANIId": "outdial-ani:Main"}
```

```json bad live=outdial-ani.json at='[{"name": "Office", "number": "+14155550100", "defaultANIEntry": false}]'
{"name": "Main", "outdialANIEntries": [{"name": "Office", "number": "+14155550100", "defaultANIEntry": false}]}
```

```json good live=agent-profile.json
{"name": "Agents", "active": true, "outdialEnabled": true, "outdialEntryPointId": "entry-point:Outbound", "outdialANIId": "outdial-ani:Main"}
```

```json good live=outdial-ani.json
{"name": "Main", "outdialANIEntries": [{"name": "Office", "number": "+14155550100", "defaultANIEntry": true}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/ani-without-default",
    on=Org,
    severity="info",
    profile="strict",
    evidence="inferred",
    sources=("WxCC API, outdial-ani",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each outdial ANI that an active profile uses and that has entries, none of them the default."""
    used = {one.refers_to("outdialANIId") for one in org.of("agent-profile") if one.is_true("outdialEnabled")}
    for ani in org.of("outdial-ani"):
        entries = [one for one in ani.elements("outdialANIEntries") if isinstance(one, dict)]
        says = [one["defaultANIEntry"] for one in entries if "defaultANIEntry" in one]
        if ani.name in used and says and len(says) == len(entries) and True not in says:
            yield Problem(
                f"the outdial ANI '{ani.name}' has no default entry",
                ani.at("outdialANIEntries"),
                help="make one of its entries the default in Control Hub",
            )
