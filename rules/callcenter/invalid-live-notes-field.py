"""
The field for live notes is not named by its API name.

Salesforce knows fields by API name, not by the label that people see. Agents type notes during the call, and the notes are saved nowhere.

```xml bad at="Call Notes"
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Call Notes</item>
```

```xml good
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Call_Notes__c</item>
```

Setup shows the API names of an activity's fields in Object Manager, Activity, Fields & Relationships. While live notes are off, nothing is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, rule
from wxcc_lint.api.callcenter import field_meant, field_name_fault


@rule(
    "callcenter/invalid-live-notes-field",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-target-syntax",),
    sources=("Salesforce Object Reference, custom fields", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each field in use whose name is none; a blank one is told by live-notes-without-field."""
    for item in callcenter.items_of("field"):
        fact, fault = callcenter.fact(item), field_name_fault(item.value)
        if item.value and fault and callcenter.is_in_use(item):
            meant = field_meant(item.value, fact.target or "") if fact else None
            message = f"'{item.value}' is not the API name of a field: {fault}"
            yield _problem(item, message, meant)


def _problem(item: Item, message: str, meant: str | None) -> Problem:
    if meant is None:
        return Problem(message, item.at, help=f"write in {item.name} the API name that Object Manager in Setup shows")
    fix = Fix(f"write {meant}", (Edit(Place(item.document, item.path), "set", meant),), safe=False)
    return Problem(f"{message}; did you mean '{meant}'?", item.at, help=f"write {meant} in {item.name}", fix=fix)
