"""
The vendor's file writes to a field that Salesforce fills in itself.

Salesforce takes the phone number of a case from its contact. For a caller without a contact the agent may find no number in the new case.

```xml bad at='"ContactPhone"'
<item name="sfdcCaseFieldCadVariableMappings2">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"ContactPhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcCaseFieldCadVariableMappings2">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"SuppliedPhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

What the connector does with this mapping is not documented. `SuppliedPhone`, labelled Web Phone in Setup, can be written.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import salesforce_object, written_fields


@rule(
    "callcenter/shipped-read-only-field",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-target-readonly",),
    sources=("published definition files", "Salesforce Object Reference"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each field that cannot be written in a mapping that is still the vendor's."""
    for field in written_fields(callcenter):
        known = salesforce_object(field.object_name)
        instead = known.read_only.get(field.name) if known and field.is_shipped else None
        if known and instead:
            yield Problem(
                f"Salesforce fills in '{field.name}' of {known.name} itself; the vendor's file maps to it nevertheless",
                field.at,
                help=f"write to {instead} instead, if agents miss the value in new records",
                fix=Fix(f"write '{instead}'", (Edit(field.at, "set", instead),), safe=False),
            )
