"""
The presence status that agents get during a call lets Omni-Channel go on giving them work.

A status with service channels means available. Agents on a call get chats and cases all the same.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml at="On a call"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```xml bad file=force-app/main/default/servicePresenceStatuses/On_a_Call.servicePresenceStatus-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <channels>
        <channel>sfdc_livemessage</channel>
    </channels>
    <label>On a call</label>
</ServicePresenceStatus>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=crm/callcenter.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```xml good file=force-app/main/default/servicePresenceStatuses/On_a_Call.servicePresenceStatus-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>On a call</label>
</ServicePresenceStatus>
```

```xml good file=force-app/main/default/servicePresenceStatuses/Available.servicePresenceStatus-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
    <channels>
        <channel>sfdc_livemessage</channel>
    </channels>
    <label>Available</label>
</ServicePresenceStatus>
```

In Setup, a status without channels is one with the option Busy.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import presence_items


@rule(
    "project/presence-status-with-channels",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-status-away",),
    sources=("help.webex.com nhxw7kfb", "Metadata API Developer Guide, ServicePresenceStatus"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each status in use that has channels."""
    if project.environment is None:
        return
    by_label = {status.label: status for status in project.of_type("ServicePresenceStatus")}
    for callcenter, item in presence_items(project):
        status = by_label.get(item.value)
        channel = next(status.parts("channels", "channel"), None) if status else None
        if channel is not None:
            yield Problem(
                f"'{callcenter.label_of(item)}' is '{item.value}', a status with which agents get further work",
                item.at,
                also=(Label(channel.text_at(), "work of this channel"),),
                help="write a status without channels, or take the channels out of this one",
            )
