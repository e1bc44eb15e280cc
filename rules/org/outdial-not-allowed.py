"""
No desktop profile lets agents call out, and the call center is set up for it.

Click-to-dial in Salesforce is offered, and each call is rejected.

```xml bad live=crm.xml at="true"
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json bad live=agent-profile.json
{"name": "Agents", "active": true, "outdialEnabled": false}
```

```xml good live=crm.xml
<item name="reqIsOutDialAniToBeSet">true</item>
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
    "org/outdial-not-allowed",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:outdial-ani-exists",),
    sources=("WxCC API, agent-profile",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield the first switch that is on, if all desktop profiles were read and none allows calling out."""
    profiles = [one for one in org.of("agent-profile") if not one.is_false("active")]
    if not org.keeps("agent-profile") or not all("outdialEnabled" in one.data for one in profiles):
        return
    switches = [view.item("reqIsOutDialAniToBeSet") for view in org.callcenters]
    on = [item for item in switches if item and item.value == "true"]
    if on and not any(one.is_true("outdialEnabled") for one in profiles):
        yield Problem(
            "the call center is to set an outdial ANI, and no active desktop profile allows calling out",
            on[0].at,
            help="enable outdial in the desktop profile of the agents, with an entry point and an outdial ANI",
        )
