"""
A mapping writes to something that cannot be the name of a field.

Salesforce knows fields by API name, not by the label that people see. Nothing is written, and the field stays empty on the agent's screen.

```xml bad at='"Account Name"'
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"AccountId","sfdcFieldName":"Account Name","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml bad at='"Language_c"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language_c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

Setup shows the API names of an object's fields in Object Manager, under Fields & Relationships. A custom field ends in `__c`; `__r` and dots lead to other records.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import FieldMapping, field_mappings, field_meant, field_name_fault


@rule(
    "callcenter/invalid-target-field",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-target-syntax",),
    sources=("Salesforce Object Reference, custom fields",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each target in use that fits no API name; a missing or empty one is told by the schema."""
    for mapping in field_mappings(callcenter):
        fault = field_name_fault(mapping.target) if mapping.target else None
        if fault and callcenter.is_in_use(mapping.item):
            yield _problem(mapping, fault)


def _problem(mapping: FieldMapping, fault: str) -> Problem:
    message = f"'{mapping.target}' is not the API name of a field: {fault}"
    meant = field_meant(mapping.target, mapping.object_name)
    if meant is None:
        owner = f" of {mapping.object_name}" if mapping.object_name else ""
        help_ = f"write the API name of a field{owner}, as Object Manager in Setup shows it"
        return Problem(message, mapping.target_at, help=help_)
    return Problem(
        f"{message}; did you mean '{meant}'?",
        mapping.target_at,
        help=f"write {meant}, or the API name that Object Manager in Setup shows",
        # Blanks around a name are nothing but the fault; anything else is a guess.
        fix=Fix(f"write '{meant}'", (Edit(mapping.target_at, "set", meant),), safe=meant == mapping.target.strip()),
    )
