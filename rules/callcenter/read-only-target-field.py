"""
A field that is written to is one that Salesforce fills in itself.

Nothing can be written to it: Salesforce works it out from other fields, or counts it up. At best the value is lost, at worst no record is created and the agent gets an error.

```xml bad at='"CaseNumber"'
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"TicketId","sfdcFieldName":"CaseNumber","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"SuppliedPhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcCaseFieldCadVariableMappings2">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"ContactPhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

The vendor's file itself maps to `ContactPhone` of Case, which Salesforce takes from the contact. Left as it is, that mapping is told by `callcenter/shipped-read-only-field`, in the profile `strict`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import salesforce_object, written_fields


@rule(
    "callcenter/read-only-target-field",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="verified",
    catalogue=("cc:mapping-target-readonly",),
    sources=("Salesforce Object Reference",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each field in use that cannot be written, unless the vendor's file has that mapping, too."""
    for field in written_fields(callcenter):
        known = salesforce_object(field.object_name)
        if known and field.name in known.read_only and not field.is_shipped and callcenter.is_in_use(field.item):
            instead = known.read_only[field.name]
            yield Problem(
                f"Salesforce fills in '{field.name}' of {known.name} itself: nothing can be written to it",
                field.at,
                help=f"write to {instead} instead" if instead else "write to another field, such as one of your own",
            )
