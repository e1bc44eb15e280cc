"""
A constant is not one of the values of its picklist.

A restricted picklist refuses the record, which is then missing altogether. Any other picklist saves a value that no list offers and no report groups by.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/standardValueSets/TaskStatus.standardValueSet-meta.xml
<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <sorted>false</sorted>
    <standardValue>
        <fullName>Not Started</fullName>
        <default>true</default>
        <label>Not Started</label>
        <closed>false</closed>
    </standardValue>
    <standardValue>
        <fullName>Completed</fullName>
        <default>false</default>
        <label>Completed</label>
        <closed>true</closed>
    </standardValue>
</StandardValueSet>
```

```xml bad file=crm/callcenter.xml at='"Complete"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":"Complete"}]</item>
```

The text that a condition leads to counts as well, and so does a value that is switched off:

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/objects/Contact/fields/Tier__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Tier__c</fullName>
    <label>Tier</label>
    <type>Picklist</type>
    <valueSet>
        <restricted>true</restricted>
        <valueSetDefinition>
            <sorted>false</sorted>
            <value>
                <fullName>Gold</fullName>
                <default>false</default>
                <label>Gold</label>
            </value>
            <value>
                <fullName>Silver</fullName>
                <default>false</default>
                <isActive>false</isActive>
                <label>Silver</label>
            </value>
        </valueSetDefinition>
    </valueSet>
</CustomField>
```

```xml bad file=crm/callcenter.xml at='"Silver"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"Segment","sfdcFieldName":"Tier__c","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"Segment","wxccFieldValue":"A","sfdcFieldValue":"Gold"},{"WxCCFieldName":"Segment","wxccFieldValue":"B","sfdcFieldValue":"Silver"}]</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=force-app/main/default/standardValueSets/TaskStatus.standardValueSet-meta.xml
<StandardValueSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <sorted>false</sorted>
    <standardValue>
        <fullName>Completed</fullName>
        <default>false</default>
        <label>Completed</label>
        <closed>true</closed>
    </standardValue>
</StandardValueSet>
```

```xml good file=crm/callcenter.xml
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":"Completed"}]</item>
```

Known are the values that files define: in the field itself, or in the set of values that it shares. A retrieved set of standard values may lack some that the org has. Which values a record type offers is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Label, Place, Problem, Project, rule
from wxcc_lint.api.callcenter import FieldMapping, condition_tables, field_mappings
from wxcc_lint.api.project import Picklist, ProjectFields, picklist_of


@rule(
    "project/unknown-picklist-value",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:mapping-picklist-constant",),
    sources=(
        "Metadata API Developer Guide, ValueSet and StandardValueSet",
        "StandardValueSet Names and Standard Picklist Fields",
    ),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each text that is written as it stands into a picklist without such a value."""
    if project.environment is None:
        return
    fields = ProjectFields(project)
    for mapping, text, at in (one for callcenter in project.callcenters for one in _texts(callcenter)):
        picklist = picklist_of(project, fields, mapping.object_name, mapping.target)
        stranger = picklist.stranger(text) if picklist else None
        if picklist and stranger:
            yield _problem(mapping, picklist, stranger, at)


def _texts(callcenter: CallCenter) -> Iterator[tuple[FieldMapping, str, Place]]:
    """Yield the constants and the results of conditions in use, with the mapping that says where they are written."""
    for mapping in field_mappings(callcenter):
        if mapping.writes_constant and callcenter.is_in_use(mapping.item):
            yield mapping, mapping.constant, mapping.constant_at
    for table in condition_tables(callcenter):
        for mapping in table.mappings:
            if mapping.is_conditional and not mapping.writes_constant and callcenter.is_in_use(mapping.item):
                served = (row for row in table.rows if row.variable == mapping.source)
                yield from ((mapping, row.result, row.result_at) for row in served)


def _problem(mapping: FieldMapping, picklist: Picklist, stranger: str, at: Place) -> Problem:
    meant, inactive = picklist.meant(stranger), picklist.inactive(stranger)
    what = f"'{stranger}' is {'switched off' if inactive else 'not a value'} in the picklist '{mapping.target}'"
    guess = f"; did you mean '{meant}'?" if meant else ""
    outcome = "Salesforce refuses the record" if picklist.is_restricted else "no list offers it"
    can_mend = meant and not picklist.takes_several
    return Problem(
        f"{what} of {mapping.object_name}{guess}",
        at,
        also=(Label(inactive.text_at("fullName") if inactive else picklist.at, "the picklist has its values here"),),
        help=f"{outcome}: write a value that it has, or add '{stranger}' to the picklist",
        fix=Fix(f"write '{meant}'", (Edit(at, "set", meant),), safe=False) if can_mend else None,
    )
