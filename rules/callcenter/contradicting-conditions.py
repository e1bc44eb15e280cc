"""
One value of a variable leads to two different texts.

Only one of the two rows can count, and which one is not documented. The agent may see the wrong text.

```xml bad at='"Hotline"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Phone"},{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Phone"},{"WxCCFieldName":"queueName","wxccFieldValue":"Service","sfdcFieldValue":"Hotline"}]</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import Condition, condition_tables


@rule(
    "callcenter/contradicting-conditions",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:conditional-duplicate-value",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each row whose text differs from that of an earlier row for the same value, where the table is in use."""
    for table in condition_tables(callcenter):
        if not any(callcenter.is_in_use(mapping.item) for mapping in table.mappings):
            continue
        first: dict[tuple[str, str], Condition] = {}
        for row in table.rows:
            earlier = first.setdefault((row.variable, row.value), row)
            if row.result != earlier.result:
                yield Problem(
                    f"for '{row.value}' in '{row.variable}' this row has '{row.result}', an earlier one '{earlier.result}'",
                    row.result_at,
                    also=(Label(earlier.result_at, "the earlier row"),),
                    help="delete one of the two rows",
                )
