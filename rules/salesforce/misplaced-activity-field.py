"""
A custom field of Task or Event is not defined where Salesforce looks for it.

Both objects share the custom fields of `Activity`, and have none of their own. A deployment with this file fails, so that the call activity never gets the field, and agents miss it on the record.

```xml bad file=force-app/main/default/objects/Task/fields/Reason__c.field-meta.xml at="Reason__c"
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Reason__c</fullName>
    <label>Reason</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml good file=force-app/main/default/objects/Activity/fields/Reason__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Reason__c</fullName>
    <label>Reason</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

The same in the Metadata API's own format:

```xml bad file=src/objects/Event.object at="Reason__c"
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <fields>
        <fullName>Reason__c</fullName>
        <label>Reason</label>
        <length>80</length>
        <type>Text</type>
    </fields>
    <fields>
        <fullName>Location</fullName>
    </fields>
</CustomObject>
```

Salesforce answers with `bad value for restricted picklist field: Task`. Permissions and mappings go on saying `Task.Reason__c`. Fields of packages are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.project import fields_in


@rule(
    "salesforce/misplaced-activity-field",
    on=SalesforceComponent,
    severity="error",
    evidence="verified",
    catalogue=("cc:activity-field-location",),
    sources=(
        "Salesforce Help, custom fields of activities",
        "error of the Metadata API as published repositories quote it",
    ),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield each custom field of an object that cannot have one."""
    if component.type not in {"CustomField", "CustomObject"}:
        return
    for field in fields_in(component):
        if field.is_misplaced:
            where = (
                "the file to objects/Activity/fields" if component.type == "CustomField" else "it to Activity.object"
            )
            yield Problem(
                f"{field.object_name} has no custom fields of its own: '{field.name}' has to be a field of Activity",
                field.at,
                help=f"move {where}; tasks and events have it then",
            )
