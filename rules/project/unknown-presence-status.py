"""
The presence status that agents get during a call is none of the project's.

The connector finds no such status, so it sets none: agents keep getting chats and cases while they are on a call.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml at="On_a_Call"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On_a_Call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```xml bad file=force-app/main/default/servicePresenceStatuses/On_a_Call.servicePresenceStatus-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ServicePresenceStatus xmlns="http://soap.sforce.com/2006/04/metadata">
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

The connector of Version 1 asks for labels, as its Apex class shows. Whether Version 2 does is not known: there the name of the component is fine as well. A project without any presence status says nothing of those in the org.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import (
    CallCenter,
    Edit,
    Fix,
    Item,
    Label,
    Place,
    Problem,
    Project,
    SalesforceComponent,
    closest,
    rule,
)
from wxcc_lint.api.project import presence_items


@rule(
    "project/unknown-presence-status",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-status-known",),
    supersedes=("callcenter/shipped-omni-codes",),
    sources=("help.webex.com nhxw7kfb", "Metadata API Developer Guide, ServicePresenceStatus"),
)
def check(project: Project) -> Iterator[Problem]:
    """Compare each status in use with the labels of the project's."""
    statuses = project.of_type("ServicePresenceStatus")
    if project.environment is None or not statuses:
        return
    for callcenter, item in presence_items(project):
        known = {status.label for status in statuses}
        if callcenter.generation != "v1":
            known |= {status.name for status in statuses}
        if item.value not in known:
            yield _problem(callcenter, item, statuses)


def _problem(callcenter: CallCenter, item: Item, statuses: tuple[SalesforceComponent, ...]) -> Problem:
    value = item.value
    by_name = next((one for one in statuses if one.name.casefold() == value.casefold()), None)
    near = closest(value, [one.label for one in statuses])
    meant = by_name.label if by_name else near
    message = f"'{callcenter.label_of(item)}' is '{value}', which is the label of no presence status"
    if near and near.casefold() == value.casefold():
        message = f"'{value}' differs from the presence status '{near}' in upper and lower case"
        meant = near
    elif by_name:
        message = (
            f"'{value}' is the developer name of a presence status, and the connector looks for its label '{meant}'"
        )
    elif near:
        message = f"{message}; did you mean '{near}'?"
    if meant is None:
        return Problem(message, item.at, help="write the label of a presence status, or retrieve the one that is meant")
    label = next(one for one in statuses if one.label == meant)
    fix = Fix(f"write '{meant}'", (Edit(Place(item.document, item.path), "set", meant),), safe=False)
    return Problem(message, item.at, (Label(label.text_at("label"), "its label"),), help=f"write '{meant}'", fix=fix)
