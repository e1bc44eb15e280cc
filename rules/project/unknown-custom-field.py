"""
A custom field that is written to is not among the fields that the project has for this object.

If the org does not have it either, nothing is written, and the agent finds the value nowhere.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/objects/Activity/fields/Call_Reason__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Call_Reason__c</fullName>
    <label>Call Reason</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml bad file=crm/callcenter.xml at='"CallReason__c"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Reason","SalesforceFieldName":"CallReason__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

A field that only another object has:

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=src/objects/Case.object
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <fields>
        <fullName>Notes__c</fullName>
        <label>Notes</label>
        <length>32768</length>
        <type>LongTextArea</type>
    </fields>
</CustomObject>
```

```xml bad file=src/objects/Activity.object
<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata">
    <fields>
        <fullName>Reason__c</fullName>
        <label>Reason</label>
        <length>80</length>
        <type>Text</type>
    </fields>
</CustomObject>
```

```xml bad file=crm/callcenter.xml at="Notes__c"
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Notes__c</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=force-app/main/default/objects/Activity/fields/Call_Reason__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Call_Reason__c</fullName>
    <label>Call Reason</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml good file=crm/callcenter.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Reason","SalesforceFieldName":"Call_Reason__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

Told only of objects of which the files hold at least one custom field; tasks have those of Activity. Fields of packages, such as `ciscocjs__Contact_Type__c`, stand in no repository and are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Problem, Project, rule
from wxcc_lint.api.callcenter import WrittenField, namespace_of
from wxcc_lint.api.project import ProjectFields, custom_targets


@rule(
    "project/unknown-custom-field",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:mapping-target-unknown", "cc:live-notes-field-task"),
    sources=("Salesforce Object Reference, custom fields", "Metadata API Developer Guide, CustomField"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each custom field in use that no file defines, of objects whose custom fields the project keeps."""
    fields = ProjectFields(project)
    for target in custom_targets(project):
        is_expected = namespace_of(fields.own_name(target.name)) is None and fields.keeps(target.object_name)
        if is_expected and fields.field(target.object_name, target.name) is None:
            yield _problem(fields, target)


def _problem(fields: ProjectFields, target: WrittenField) -> Problem:
    elsewhere = fields.named(target.name)
    owners = " and ".join(field.object_name for field in elsewhere)
    has = f"'{target.name}' is a field of {owners}, not" if elsewhere else f"the project has no field '{target.name}'"
    message = f"{has} of {target.object_name}"
    own = (field.name for field in fields.of(target.object_name).values() if field.is_own)
    meant = None if elsewhere else fields.custom_name_meant(target.name, own)
    known = meant and fields.field(target.object_name, meant)
    if not meant or not known:
        return Problem(
            message,
            target.at,
            also=tuple(Label(field.at, f"the field of {field.object_name}") for field in elsewhere),
            help=f"add the field to {target.object_name}, or write to one that it has",
        )
    return Problem(
        f"{message}; did you mean '{meant}'?",
        target.at,
        also=(Label(known.at, "the field with nearly this name"),),
        help=f"write {meant}, or add the field '{target.name}'",
        fix=Fix(f"write '{meant}'", (Edit(target.at, "set", meant),), safe=False),
    )
