"""
Two mappings write to the same field.

Only one of the two values can stay, and which one is not documented. The agent may see the wrong one.

```xml bad at='"Subject"'
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"Reason","sfdcFieldName":"Subject","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
<item name="sfdcCaseFieldCadVariableMappings2">[{"wxccFieldName":"queueName","sfdcFieldName":"Subject","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"Reason","sfdcFieldName":"Subject","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
<item name="sfdcCaseFieldCadVariableMappings2">[{"wxccFieldName":"queueName","sfdcFieldName":"Description","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

The two numbered lists of cases belong together: a field may stand in one of them only.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Label, Problem, rule
from wxcc_lint.api.callcenter import FieldMapping, field_mappings


@rule(
    "callcenter/duplicate-target-field",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-duplicate-target",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each mapping to a field that an earlier one of the same list, or of the list it continues, writes to."""
    first: dict[tuple[str, str, str], FieldMapping] = {}
    for mapping in field_mappings(callcenter):
        target = mapping.target.strip().casefold()  # Salesforce does not mind the case of names
        earlier = first.setdefault((mapping.item.section, mapping.chain, target), mapping)
        if target and earlier is not mapping and callcenter.is_in_use(mapping.item):
            yield _problem(callcenter, mapping, earlier)


def _problem(callcenter: CallCenter, mapping: FieldMapping, earlier: FieldMapping) -> Problem:
    is_copy = mapping.data == earlier.data
    return Problem(
        f"'{mapping.target}' is written twice: by '{earlier.source}' and by '{mapping.source}'"
        if earlier.source and mapping.source and earlier.source != mapping.source
        else f"'{mapping.target}' is written twice in '{callcenter.label_of(mapping.item)}'",
        mapping.target_at,
        also=(Label(earlier.target_at, "here the first time"),),
        help="delete one of the two mappings" + ("" if is_copy else ", or write to another field"),
        fix=Fix("delete the copy", (Edit(mapping.at, "remove"),)) if is_copy else None,
    )
