"""
A new record needs a field that no mapping fills.

Salesforce does not save the record without it, so the agent has to type it in during the call. For a name that is as it should be; what the call knows could be filled in.

```xml bad at="Contact"
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Contact</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="nameOfCrmRecordObject">Contact</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"CustomerName","sfdcFieldName":"LastName","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

Fields that your org made required are not known here.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import field_mappings, salesforce_object


@rule(
    "callcenter/unmapped-required-field",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:norecord-required-fields",),
    sources=("Object Reference for Salesforce",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare the mappings to each object in use with what it requires; an empty mapping is another finding."""
    for item in callcenter.items_of("object"):
        known = salesforce_object(item.value)
        mapped = [mapping for mapping in field_mappings(callcenter) if mapping.item.section == item.section]
        if known is None or not mapped or not callcenter.is_in_use(item):
            continue
        filled = {mapping.target.casefold() for mapping in mapped}
        missing = [field for field in known.required if field.casefold() not in filled]
        if missing:
            yield Problem(
                f"a new {item.value} needs {' and '.join(missing)}, and no mapping fills {'it' if len(missing) == 1 else 'them'}",
                item.at,
                help=f"map {' and '.join(missing)} in {mapped[0].item.name}, or leave the typing to the agent",
            )
