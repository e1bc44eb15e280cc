"""
A field that is written to belongs to another Salesforce object.

The record that is written has no such field, so the value is lost: the agent finds it nowhere. This happens most when only the object is changed and its mappings stay.

```xml bad at='"Phone"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Case</item>
```

```xml bad at="Phone"
<item name="isCallNotesEnabled">true</item>
<item name="sfdcFieldForcallNotes">Phone</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Case</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"SuppliedPhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Lead</item>
```

Contact, Account and Lead have `Phone`; Case, Opportunity and Task have not. Call activities and live notes are written to Task. Settings that are switched off are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Label, Problem, rule
from wxcc_lint.api.callcenter import SalesforceObject, WrittenField, objects_with, salesforce_object, written_fields


@rule(
    "callcenter/field-of-another-object",
    on=CallCenter,
    severity="error",
    generations=("v1", "v2"),
    evidence="verified",
    catalogue=("cc:norecord-object-field-mismatch", "cc:live-notes-field-task"),
    sources=("Salesforce Object Reference", "published definition files", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each standard field in use that the object written to lacks and another one has."""
    for field in written_fields(callcenter):
        known = salesforce_object(field.object_name)
        if known and field.name not in known and callcenter.is_in_use(field.item):
            owners = objects_with(field.name)
            if owners:
                yield _problem(callcenter, known, field, owners)


def _problem(callcenter: CallCenter, known: SalesforceObject, field: WrittenField, owners: tuple[str, ...]) -> Problem:
    message = f"'{field.name}' is a field of {_all_of(owners)}, not of {known.name}"
    also = _chosen(callcenter, field)
    meant = known.meant_by.get(field.name.casefold())
    if meant is None:
        fact = callcenter.fact(field.item)
        shipped = f"; the vendor's file has {fact.default}" if fact and fact.type == "field" else ""
        return Problem(message, field.at, also, help=f"write a field that {known.name} has{shipped}")
    remark = ", which an org has only with the feature for it" if meant in known.features else ""
    fix = Fix(f"write '{meant}'", (Edit(field.at, "set", meant),), safe=False)
    return Problem(f"{message}; did you mean '{meant}'?", field.at, also, help=f"write {meant}{remark}", fix=fix)


def _chosen(callcenter: CallCenter, field: WrittenField) -> tuple[Label, ...]:
    """Return the place that names the object, where the file may name any."""
    fact = callcenter.fact(field.item)
    naming = callcenter.item(fact.target_from, field.item.section) if fact and fact.target_from else None
    return (Label(naming.at, f"the record that opens is a {field.object_name}"),) if naming else ()


def _all_of(names: tuple[str, ...]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
