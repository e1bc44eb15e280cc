"""
A list of mappings has blanks that mean nothing.

They do no harm, but count towards the length of the list. One that is too long may be cut off, and agents find its fields empty then.

```xml bad at='[ {"wxccFieldName": "phoneNumber", "sfdcFieldName": "Phone", "isDefaultValueEnabled": "false", "isConditionalEnabled": "false"} ]'
<item name="sfdcObjetFieldCadVariableMappings1">[ {"wxccFieldName": "phoneNumber", "sfdcFieldName": "Phone", "isDefaultValueEnabled": "false", "isConditionalEnabled": "false"} ]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

Blanks inside double quotes belong to names and values and stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import compact_json


@rule(
    "callcenter/spaced-mapping",
    on=CallCenter,
    severity="info",
    profile="pedantic",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-compact",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each list that is shorter without the blanks between its parts."""
    for item in callcenter.mapping_items():
        compact = compact_json(item.value)
        if callcenter.json_of(item) is not None and len(compact) < len(item.value):
            spared = len(item.value) - len(compact)
            yield Problem(
                f"'{callcenter.label_of(item)}' has {spared} characters more than it needs",
                item.at,
                help="take the blanks and line breaks between names and values out",
                fix=Fix("take the blanks out", (Edit(Place(item.document, item.path), "set", compact),)),
            )
