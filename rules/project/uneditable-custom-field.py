"""
Agents may not edit a custom field that is written to on their behalf.

Records are written as the agent who is signed in. Without permission for the field the value is not saved, and the agent does not see it either.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml bad file=force-app/main/default/objects/Activity/fields/Reason__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Reason__c</fullName>
    <label>Reason</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml at="false"
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions>
        <editable>false</editable>
        <field>Task.Reason__c</field>
        <readable>true</readable>
    </fieldPermissions>
</Profile>
```

```xml bad file=crm/callcenter.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Reason","SalesforceFieldName":"Reason__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

A permission that nobody has:

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-permission-sets: [Contact_Center]
```

```xml bad file=force-app/main/default/objects/Case/fields/Reason__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Reason__c</fullName>
    <label>Reason</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml bad file=force-app/main/default/permissionsets/Contact_Center.permissionset-meta.xml
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions>
        <editable>true</editable>
        <field>Case.Language__c</field>
        <readable>true</readable>
    </fieldPermissions>
    <label>Contact Center</label>
</PermissionSet>
```

```xml bad file=crm/callcenter.xml at='"Reason__c"'
<item name="isCaseCreationEnabledForInboundCalls">true</item>
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"Reason","sfdcFieldName":"Reason__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
    agent-permission-sets: [Contact_Center]
```

```xml good file=force-app/main/default/objects/Activity/fields/Reason__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Reason__c</fullName>
    <label>Reason</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml good file=force-app/main/default/profiles/Agent.profile-meta.xml
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions>
        <editable>false</editable>
        <field>Task.Reason__c</field>
        <readable>true</readable>
    </fieldPermissions>
</Profile>
```

```xml good file=force-app/main/default/permissionsets/Contact_Center.permissionset-meta.xml
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <fieldPermissions>
        <editable>true</editable>
        <field>Task.Reason__c</field>
        <readable>true</readable>
    </fieldPermissions>
    <label>Contact Center</label>
</PermissionSet>
```

```xml good file=crm/callcenter.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Reason","SalesforceFieldName":"Reason__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

What agents have is declared with `agent-profiles` and `agent-permission-sets`. Fields that are required, and those that lead to a master record, need no permission. A retrieved profile holds only what was asked for together with it: one without any field of the object is not judged.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.callcenter import WrittenField
from wxcc_lint.api.project import (
    ACTIVITIES,
    AgentRole,
    ProjectField,
    ProjectFields,
    agent_roles,
    custom_targets,
    roles_without,
)
from wxcc_lint.api.salesforce import MetadataPart


@rule(
    "project/uneditable-custom-field",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:mapping-target-fls",),
    sources=("Metadata API Developer Guide, Profile and PermissionSet", "published Salesforce projects"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each custom field of the project that is written to and that agents may not edit, once."""
    fields, seen = ProjectFields(project), set[ProjectField]()
    sets_first = sorted(agent_roles(project), key=lambda role: role.type == "Profile")
    for target in custom_targets(project):
        field = fields.field(target.object_name, target.name)
        if field is None or field in seen or field.filled_in_by or field.is_open_to_all:
            continue
        seen.add(field)
        owners = _owners(fields, target.object_name)
        names = [f"{owner}.{name}" for owner in owners for name in fields.spellings(target.name)]
        if any(_knows(role, owners) for role in sets_first):
            lacking = roles_without(project, partial(_may_edit, owners=owners, names=names))
            if lacking:
                yield _problem(target, lacking, (_entry(role, names) for role in sets_first))


def _owners(fields: ProjectFields, object_name: str) -> tuple[str, ...]:
    """Return the objects that permissions for a field of this one name, itself first."""
    others = (*ACTIVITIES, "Activity") if object_name in ACTIVITIES else fields.spellings(object_name)
    return tuple(dict.fromkeys((object_name, *others)))


def _knows(role: AgentRole, owners: Sequence[str]) -> bool:
    begins = tuple(f"{owner}.".casefold() for owner in owners)
    return any((one.text("field") or "").casefold().startswith(begins) for one in role.entries("fieldPermissions"))


def _entry(role: AgentRole, names: Sequence[str]) -> MetadataPart | None:
    """Return what a role says of a field of any of these names."""
    entries = (role.entry("fieldPermissions", "field", name, gives="editable") for name in names)
    return next(filter(None, entries), None)


def _may_edit(role: AgentRole, owners: Sequence[str], names: Sequence[str]) -> bool:
    """Tell whether a role lets agents edit a field; a profile that says nothing of the whole object may well do so."""
    if role.type == "Profile" and not _knows(role, owners):
        return True
    entry = _entry(role, names)
    return entry is not None and entry.is_true("editable")


def _problem(target: WrittenField, lacking: list[AgentRole], entries: Iterable[MetadataPart | None]) -> Problem:
    denied = [entry.text_at("editable") for entry in entries if entry and not entry.is_true("editable")]
    labels = [Label(place, "this denies it") for place in denied] + [Label(target.at, "the field is written to here")]
    who = " and ".join(role.words for role in lacking)
    return Problem(
        f"agents with {who} may not edit '{target.name}' of {target.object_name}",
        labels[0].place,
        also=tuple(labels[1:]),
        help=f"make {target.object_name}.{target.name} editable there, or in a set named under agent-permission-sets",
    )
