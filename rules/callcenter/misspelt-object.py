"""
The object of the screen pop is nearly a standard object of Salesforce.

Salesforce has no object of that name, so the screen pop fails, and the agent types in a new record by hand.

```xml bad at="Contacts"
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Contacts</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Contact</item>
```

Custom objects end in `__c` and are left alone, and so are standard names that resemble none of the objects an agent can fill in.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, closest, rule
from wxcc_lint.api.callcenter import object_name_fault, pop_targets


@rule(
    "callcenter/misspelt-object",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:object-name-known",),
    sources=("Object Reference for Salesforce",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each standard name in use that is near a known one; the list of names is not complete enough for more."""
    for item in callcenter.items_of("object"):
        if item.is_blank or "__" in item.value or object_name_fault(item.value) or not callcenter.is_in_use(item):
            continue
        meant = closest(item.value, pop_targets())
        if meant and meant != item.value:
            whole = Place(item.document, item.path)
            yield Problem(
                f"Salesforce has no object '{item.value}'; did you mean '{meant}'?",
                item.at,
                help=f"write {meant} in {item.name}",
                fix=Fix(f"write {meant}", (Edit(whole, "set", meant),), safe=False),
            )
