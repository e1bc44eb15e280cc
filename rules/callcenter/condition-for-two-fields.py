"""
A variable is looked up for two fields.

A row of conditions names a variable and a text, but no field. Both fields get the same text, or one of them none: the agent sees what was meant for the other field.

```xml bad at='"Department"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"Title","isDefaultValueEnabled":"false","isConditionalEnabled":"true"},{"wxccFieldName":"queueName","sfdcFieldName":"Department","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"Title","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

For the second field, let the flow set a variable of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import FieldMapping, condition_tables


@rule(
    "callcenter/condition-for-two-fields",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:conditional-same-variable-two-fields",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each mapping that looks up a variable which an earlier mapping looks up for another field."""
    for table in condition_tables(callcenter):
        first: dict[str, FieldMapping] = {}
        for mapping in table.mappings:
            is_used = mapping.is_conditional and callcenter.is_in_use(mapping.item)
            if not (is_used and mapping.source and mapping.target):
                continue
            earlier = first.setdefault(mapping.source, mapping)
            if mapping.target.casefold() != earlier.target.casefold():
                yield Problem(
                    f"'{mapping.source}' is looked up for '{mapping.target}' and for '{earlier.target}', "
                    "but conditions do not say for which field they are",
                    mapping.target_at,
                    also=(Label(earlier.target_at, "the other field"),),
                    help="look it up for one field only; let the flow set another variable for the other field",
                )
