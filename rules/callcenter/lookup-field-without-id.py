"""
A field that points at a record gets something else than the id of a record.

Salesforce refuses a name or a phone number where it expects an id. The record is not created, or the agent finds it without account or contact.

```xml bad at='"phoneNumber"'
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"ContactId","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml bad at='"Support Team"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"OwnerId","isDefaultValueEnabled":true,"defaultFieldValue":"Support Team"}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"OwnerId","isDefaultValueEnabled":true,"defaultFieldValue":"00G5g000001AbCdEAK"}]</item>
```

```xml good
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"ContactId","sfdcFieldName":"ContactId","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

An id has 15 or 18 letters and digits and stands in the address of the record's page. A variable of your own is not judged: it may hold an id.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import FieldMapping, field_mappings, salesforce_object

_ID = re.compile(r"[A-Za-z0-9]{15}(?:[A-Za-z0-9]{3})?")
_NEVER_IDS = frozenset({"phoneNumber", "queueName"})
"""Values of the call that the vendor's material shows, and that are plain text."""


@rule(
    "callcenter/lookup-field-without-id",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-id-target",),
    sources=("Salesforce Object Reference", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield what cannot be an id where an id is written: a constant, or a value of the call that is known."""
    for mapping in field_mappings(callcenter):
        known = salesforce_object(mapping.object_name)
        if known is None or mapping.target not in known.lookups or not callcenter.is_in_use(mapping.item):
            continue
        if mapping.writes_constant:
            if mapping.constant and not _ID.fullmatch(mapping.constant):
                yield _constant(mapping)
        elif mapping.source in _NEVER_IDS and not mapping.is_conditional:
            yield _variable(mapping)


def _constant(mapping: FieldMapping) -> Problem:
    return Problem(
        f"'{mapping.target}' of {mapping.object_name} takes the id of a record, not '{mapping.constant}'",
        mapping.constant_at,
        help="write the record's id of 15 or 18 characters; it stands in the address of the record's page",
    )


def _variable(mapping: FieldMapping) -> Problem:
    return Problem(
        f"'{mapping.target}' of {mapping.object_name} takes the id of a record, and '{mapping.source}' holds none",
        mapping.source_at,
        help="name a variable that holds an id, such as AccountId or ContactId, or write to another field",
    )
