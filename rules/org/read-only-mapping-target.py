"""
A field is written to that takes no values in new records.

The record is not created, or without the value: the agent finds it nowhere.

```xml bad live=crm.xml at='"Queue__c"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"queueName","SalesforceFieldName":"Queue__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```json bad live=org/fields/Task.json
{"Queue__c": {"type": "string", "length": 255, "createable": false, "updateable": true, "required": false}}
```

```xml good live=crm.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"queueName","SalesforceFieldName":"Queue__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```json good live=org/fields/Task.json
{"Queue__c": {"type": "string", "length": 255, "createable": true, "updateable": true, "required": false}}
```

The org is described with the permissions of the user who reads it: agents may have fewer, or more.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org, described_targets


@rule(
    "org/read-only-mapping-target",
    on=Org,
    severity="error",
    evidence="verified",
    catalogue=("cc:mapping-target-live",),
    supersedes=(
        "project/read-only-custom-field",
        "callcenter/read-only-target-field",
        "project/uneditable-custom-field",
    ),
    sources=("Salesforce REST API Developer Guide, sObject Describe",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each target in use that is there and not createable."""
    for target, described in described_targets(org):
        _, facts = described.get(target.name.casefold(), ("", {}))
        if facts.get("createable") is False and not target.is_shipped:
            yield Problem(
                f"'{target.name}' of {target.object_name} cannot be filled in in new records",
                target.at,
                help="write to another field, or give the right to edit it",
            )
