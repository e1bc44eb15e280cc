"""
The object of the screen pop is not named by its API name.

Salesforce opens a new record of an object by its API name, such as `Contact` or `Service_Request__c`. With a label or a half name the screen pop fails, and the agent sees nothing.

```xml bad at="Service Request"
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Service Request</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Service_Request__c</item>
```

Setup, Object Manager shows the API name of every object. While the screen pop is off, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, closest, rule
from wxcc_lint.api.callcenter import as_custom_field, object_name_fault, pop_targets


@rule(
    "callcenter/invalid-object-name",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:object-name-syntax",),
    sources=("Salesforce, API names of objects and fields", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each object in use whose name is none; a blank one is told by no-match-pop-without-object."""
    for item in callcenter.items_of("object"):
        fault = object_name_fault(item.value) if item.value else None
        if fault and callcenter.is_in_use(item):
            meant = closest(item.value.replace(" ", ""), pop_targets()) or as_custom_field(item.value)
            guess = f", perhaps {meant}" if meant else ""
            yield Problem(
                f"'{item.value}' cannot be the API name of an object: {fault}",
                item.at,
                help=f"write in {item.name} the API name that Object Manager in Setup shows{guess}",
            )
