"""
The field for live notes gets a value from a mapping, too.

Both write into the call activity, and the later one wins: the agent's notes are lost, or the value of the call is.

```xml bad at='"Description"'
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Description</item>
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Reason","SalesforceFieldName":"Description","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```xml good
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Description</item>
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Reason","SalesforceFieldName":"Reason__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

Which of the two comes later is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import field_mappings, field_name_fault


@rule(
    "callcenter/shared-live-notes-field",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:live-notes-target-conflict",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first mapping to the field, where notes and mapping are switched on; Salesforce does not mind its case."""
    notes = callcenter.item("sfdcFieldForcallNotes", "reqActivityRecordConfig")
    fact = callcenter.fact(notes) if notes else None
    if notes is None or fact is None or field_name_fault(notes.value) or not callcenter.is_in_use(notes):
        return
    for mapping in field_mappings(callcenter):
        is_same = mapping.object_name == fact.target and mapping.target.casefold() == notes.value.casefold()
        if is_same and callcenter.is_in_use(mapping.item):
            yield Problem(
                f"'{mapping.target}' is written by '{callcenter.label_of(mapping.item)}' and by live notes",
                mapping.target_at,
                also=(Label(notes.at, "the agent's notes are saved here"),),
                help=f"map it to another field, or name another one for the notes in {notes.name}",
            )
            return
