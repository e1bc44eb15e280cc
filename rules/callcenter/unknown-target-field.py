"""
A field that is written to is not among those that Salesforce has for this object.

A name without `__c` stands for one of Salesforce's own fields. If the org has none of that name, nothing is written, and the agent finds the field empty.

```xml bad at='"CustomerType"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"Segment","sfdcFieldName":"CustomerType","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml bad at='"MobliePhone"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"MobliePhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"Segment","sfdcFieldName":"CustomerType__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

Known are the standard fields of Task, Case, Contact, Account, Lead and Opportunity; custom fields are not judged. A feature that you pay for may bring a field that is not on the list: ignore the finding then.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import (
    SalesforceObject,
    WrittenField,
    field_meant,
    objects_with,
    salesforce_object,
    written_fields,
)


@rule(
    "callcenter/unknown-target-field",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:mapping-target-unknown",),
    sources=("Salesforce Object Reference",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each standard-looking name in use that no known object has; one that another object has is another finding."""
    for field in written_fields(callcenter):
        known = salesforce_object(field.object_name)
        if known is None or "__" in field.name or field.name in known or objects_with(field.name):
            continue
        if callcenter.is_in_use(field.item):
            yield _problem(known, field)


def _problem(known: SalesforceObject, field: WrittenField) -> Problem:
    message = f"{known.name} has no standard field '{field.name}'"
    meant = field_meant(field.name, known.name)
    if meant is None:
        return Problem(message, field.at, help=f"write the API name of a field of {known.name}")
    is_same = meant.casefold() == field.name.casefold()
    if is_same:
        message = f"'{field.name}' is not how Salesforce spells this field of {known.name}"
    return Problem(
        f"{message}; did you mean '{meant}'?",
        field.at,
        help=f"write {meant}" if meant in known else f"write {meant}, as fields that you added yourselves end in __c",
        fix=Fix(f"write '{meant}'", (Edit(field.at, "set", meant),), safe=is_same),
    )
