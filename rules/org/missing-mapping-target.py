"""
A field that is written to does not exist in the org.

The record is not created, or without the value: the agent finds it nowhere.

```xml bad live=crm.xml at='"Quene__c"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"queueName","SalesforceFieldName":"Quene__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```json bad live=org/fields/Task.json
{"Queue__c": {"type": "string", "length": 255, "createable": true, "updateable": true, "required": false}}
```

```xml good live=crm.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"queueName","SalesforceFieldName":"queue__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```json good live=org/fields/Task.json
{"Queue__c": {"type": "string", "length": 255, "createable": true, "updateable": true, "required": false}}
```

The org is described with the permissions of the user who reads it: a field that is hidden from this user looks absent.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, did_you_mean, rule
from wxcc_lint.api.org import Org, described_targets


@rule(
    "org/missing-mapping-target",
    on=Org,
    severity="error",
    evidence="verified",
    catalogue=("cc:mapping-target-live",),
    supersedes=("project/unknown-custom-field", "callcenter/unknown-target-field"),
    sources=("Salesforce REST API Developer Guide, sObject Describe",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each target in use that the description of its object lacks, if the objects were described in full."""
    if not org.keeps("fields"):
        return
    for target, described in described_targets(org):
        if target.name.casefold() not in described:
            known = [name for name, _ in described.values()]
            yield Problem(
                f"{target.object_name} has no field '{target.name}' in the org{did_you_mean(target.name, known)}",
                target.at,
                help=f"create the field on {target.object_name}, or write to one that it has",
            )
