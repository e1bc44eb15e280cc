"""
The Apex class for Omni-Channel state sync is not active.

The connector gets no presence statuses, so it cannot set one: agents keep getting chats and cases while they are on a call.

```xml bad file=force-app/main/default/classes/sfdcOmniChannel.cls-meta.xml at="Inactive"
<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>62.0</apiVersion>
    <status>Inactive</status>
</ApexClass>
```

```xml good file=force-app/main/default/classes/sfdcOmniChannel.cls-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<ApexClass xmlns="http://soap.sforce.com/2006/04/metadata">
    <apiVersion>62.0</apiVersion>
    <status>Active</status>
</ApexClass>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.project import means_omni_class


@rule(
    "salesforce/inactive-omni-class",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-needs-apex",),
    sources=("Metadata API Developer Guide, ApexClass", "help.webex.com nhxw7kfb"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Look at the status in the file beside the source."""
    if component.type != "ApexClass" or component.is_apex or not means_omni_class(component.name):
        return
    status = component.text("status")
    if status not in {None, "Active"}:
        at = component.text_at("status")
        fix = Fix("write 'Active'", (Edit(at, "set", "Active"),), safe=False)
        yield Problem(f"the status of '{component.name}' is '{status}'", at, help="write Active", fix=fix)
