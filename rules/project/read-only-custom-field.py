"""
A mapping writes to a custom field that Salesforce fills in itself.

Formulas, auto-numbers and roll-up summaries can be read and never written. The value of the call is lost, and the agent finds it nowhere.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/objects/Activity/fields/Queue__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Queue__c</fullName>
    <formula>UPPER(CallObject)</formula>
    <label>Queue</label>
    <type>Text</type>
</CustomField>
```

```xml bad file=crm/callcenter.xml at='"Queue__c"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"queueName","SalesforceFieldName":"Queue__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=force-app/main/default/objects/Activity/fields/Queue__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Queue__c</fullName>
    <label>Queue</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml good file=crm/callcenter.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"queueName","SalesforceFieldName":"Queue__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

Standard fields of this kind are told by `callcenter/read-only-target-field`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import ProjectFields, custom_targets


@rule(
    "project/read-only-custom-field",
    on=Project,
    severity="error",
    evidence="verified",
    catalogue=("cc:mapping-target-readonly",),
    sources=("Metadata API Developer Guide, CustomField", "Salesforce Object Reference, field types"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each custom field in use of which a file says that it fills itself in."""
    if project.environment is None:
        return
    fields = ProjectFields(project)
    for target in custom_targets(project):
        field = fields.field(target.object_name, target.name)
        if field and field.filled_in_by:
            yield Problem(
                f"'{target.name}' of {target.object_name} is {field.filled_in_by}: nothing can be written to it",
                target.at,
                also=(Label(field.at, f"this is {field.filled_in_by}"),),
                help="write to another field",
            )
