"""
A desktop profile allows calling out, and lacks what calls need.

Without an entry point no call is placed; without an outdial ANI agents have no number to choose.

```json bad live=agent-profile.json at="true"
{"name": "Agents", "active": true, "outdialEnabled": true, "outdialANIId": "outdial-ani:Main"}
```

```json good live=agent-profile.json
[{"name": "Agents", "active": true, "outdialEnabled": true, "outdialEntryPointId": "entry-point:Outbound", "outdialANIId": "outdial-ani:Main"}, {"name": "Chat only", "active": true, "outdialEnabled": false}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/incomplete-outdial",
    on=Org,
    severity="warning",
    evidence="inferred",
    sources=("WxCC API, agent-profile",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each active profile with outdial that lacks an entry point, or an ANI."""
    needed = {"outdialEntryPointId": "entry point", "outdialANIId": "outdial ANI"}
    for profile in org.of("agent-profile"):
        if profile.is_false("active") or not profile.is_true("outdialEnabled"):
            continue
        lacks = [words for member, words in needed.items() if not profile.text(member)]
        if lacks:
            yield Problem(
                f"the desktop profile '{profile.name}' allows calling out without an {' and an '.join(lacks)}",
                profile.at("outdialEnabled"),
                help=f"choose an {' and an '.join(lacks)} in the profile, or disable outdial",
            )
