"""
The presence status for calls is none of the Salesforce org.

The connector finds no such status, so it sets none: agents keep getting chats and cases while they are on a call.

```xml bad live=crm.xml at="Busy"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">Busy</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
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

```xml good live=servicePresenceStatuses/On_a_call.servicePresenceStatus-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>On a call</label>
</ServicePresenceStatus>
```

A developer name in place of a label, or other capitals, are told by `project/unknown-presence-status`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, did_you_mean, rule
from wxcc_lint.api.org import Org
from wxcc_lint.api.project import presence_items


@rule(
    "org/unknown-presence-status",
    on=Org,
    severity="error",
    evidence="verified",
    catalogue=("cc:omni-status-known",),
    supersedes=("project/unknown-presence-status", "callcenter/shipped-omni-codes"),
    sources=("Salesforce Object Reference, ServicePresenceStatus",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each status in use that no presence status of the org is called by, if all were read."""
    if not org.keeps("ServicePresenceStatus"):
        return
    statuses = org.live.of_type("ServicePresenceStatus")
    known = {word.casefold() for one in statuses for word in (one.label, one.name)}
    for callcenter, item in presence_items(org.live):
        if item.value.casefold() not in known:
            meant = did_you_mean(item.value, [one.label for one in statuses])
            yield Problem(
                f"'{callcenter.label_of(item)}' is '{item.value}', and the org has no such presence status{meant}",
                item.at,
                help="write the label of a presence status, or create this one in Setup",
            )
