"""
The idle code and the presence status stand in each other's place.

The call center wants a presence status of Salesforce for calls, and an idle code of the tenant for chats and cases. Here it is the other way round, and neither is set: agents get chats during calls, and calls during chats.

```xml bad live=crm.xml at="In a chat"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">In a chat</item>
<item name="defaultOmniStateForOmniChannel">On a call</item>
```

```json bad live=auxiliary-code.json
{"name": "In a chat", "workTypeCode": "IDLE_CODE", "active": true}
```

```xml bad live=servicePresenceStatuses/On_a_call.servicePresenceStatus-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>On a call</label>
</ServicePresenceStatus>
```

```xml good live=crm.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json good live=auxiliary-code.json
[{"name": "In a chat", "workTypeCode": "IDLE_CODE", "active": true}, {"name": "On a call", "workTypeCode": "IDLE_CODE", "active": true}]
```

```xml good live=servicePresenceStatuses/On_a_call.servicePresenceStatus-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>On a call</label>
</ServicePresenceStatus>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, idle_codes, idle_items
from wxcc_lint.api.project import presence_items


@rule(
    "org/swapped-omni-codes",
    on=Org,
    severity="warning",
    evidence="verified",
    catalogue=("cc:omni-codes-swapped",),
    supersedes=("org/unknown-idle-code", "org/unknown-presence-status", "project/unknown-presence-status"),
    sources=("vendor's training material", "WxCC API, auxiliary-code"),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each call center whose two values each exist on the other side alone, if both sides were read in full."""
    if not (org.keeps("auxiliary-code") and org.keeps("ServicePresenceStatus")):
        return
    codes = {code.name for code in idle_codes(org)}
    statuses = {one.label for one in org.live.of_type("ServicePresenceStatus")}
    idle = {id(callcenter): item for callcenter, item in idle_items(org)}
    for callcenter, item in presence_items(org.live):
        other = idle.get(id(callcenter))
        if other and item.value in codes - statuses and other.value in statuses - codes:
            yield Problem(
                f"'{item.value}' is an idle code and '{other.value}' a presence status: they are swapped",
                item.at,
                also=(Label(other.at, "the presence status stands here"),),
                help=f"write '{other.value}' here, and '{item.value}' there",
            )
