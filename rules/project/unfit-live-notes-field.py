"""
The field for live notes cannot hold what agents type.

Notes are texts of any length. A short field cuts them off or refuses the record, and what the agent typed during the call is lost.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/objects/Activity/fields/Notes__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Notes__c</fullName>
    <label>Notes</label>
    <length>80</length>
    <type>Text</type>
</CustomField>
```

```xml bad file=crm/callcenter.xml at="Notes__c"
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Notes__c</item>
```

A standard field is judged without any other file:

```xml bad at="Priority"
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Priority</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=force-app/main/default/objects/Activity/fields/Notes__c.field-meta.xml
<CustomField xmlns="http://soap.sforce.com/2006/04/metadata">
    <fullName>Notes__c</fullName>
    <label>Notes</label>
    <length>32768</length>
    <type>LongTextArea</type>
    <visibleLines>5</visibleLines>
</CustomField>
```

```xml good file=crm/callcenter.xml
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Notes__c</item>
```

The vendor's file has `Description`, the comments of a task with room for 32,000 characters. A field of 255 characters is let pass.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.callcenter import WrittenField, salesforce_object, written_fields
from wxcc_lint.api.project import ProjectField, ProjectFields

_ENOUGH = 255
_LONG_TYPES = frozenset({"TextArea", "LongTextArea", "Html"})
_TEXTS = frozenset({"Text", "EncryptedText"})


@rule(
    "project/unfit-live-notes-field",
    on=Project,
    severity="warning",
    evidence="inferred",
    alone=True,
    catalogue=("cc:live-notes-field-type",),
    sources=("Metadata API Developer Guide, CustomField", "Salesforce Object Reference", "published definition files"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each field for notes that is in use and too short, or no text."""
    fields = ProjectFields(project)
    is_compared = project.environment is not None
    for callcenter in project.callcenters:
        for target in written_fields(callcenter):
            fact = callcenter.fact(target.item)
            if fact and fact.type == "field" and callcenter.is_in_use(target.item):
                if "__" not in target.name:
                    yield from _standard(target)
                elif is_compared:
                    yield from _custom(target, fields)


def _standard(target: WrittenField) -> Iterator[Problem]:
    known = salesforce_object(target.object_name)
    if known and target.name in known.writable and known.lengths.get(target.name, 0) < _ENOUGH:
        yield _problem(target, "is no field for long texts")


def _custom(target: WrittenField, fields: ProjectFields) -> Iterator[Problem]:
    field = fields.field(target.object_name, target.name)
    fault = _fault(field) if field and not field.filled_in_by else None
    if field and fault:
        yield _problem(target, fault, Label(field.at, "the field"))


def _fault(field: ProjectField) -> str | None:
    if field.type in _TEXTS:
        length = field.part.text("length") or ""
        return f"has room for {length} characters" if length.isdecimal() and int(length) < _ENOUGH else None
    return f"is of type '{field.type}'" if field.type and field.type not in _LONG_TYPES else None


def _problem(target: WrittenField, fault: str, *also: Label) -> Problem:
    return Problem(
        f"'{target.name}' of {target.object_name} {fault}: live notes do not fit",
        target.at,
        also=also,
        help="name Description, or a long text area of your own",
    )
