"""
Conditions name their variable in two ways.

The help article writes `WxCCFieldName`, the mappings write `wxccFieldName`. The connector reads names exactly and probably only one of the two: with the other one, the agent sees an empty field.

```xml bad at='"wxccFieldName"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"},{"wxccFieldName":"queueName","wxccFieldValue":"Service","sfdcFieldValue":"Support"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"},{"WxCCFieldName":"queueName","wxccFieldValue":"Service","sfdcFieldValue":"Support"}]</item>
```

No published file has conditions, so which of the two is right is not known. Make one call to find out, then keep to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import condition_tables


@rule(
    "callcenter/mixed-condition-keys",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:conditional-key-case",),
    sources=("help.webex.com nhxw7kfb", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first row that spells the variable's property otherwise than the first row of the file."""
    rows = [row for table in condition_tables(callcenter) for row in table.rows]
    other = next((row for row in rows if row.variable_key != rows[0].variable_key), None)
    if other is not None:
        yield Problem(
            f"'{other.variable_key}' here, '{rows[0].variable_key}' elsewhere: probably only one of them is read",
            other.place(other.variable_key).key(),
            also=(Label(rows[0].place(rows[0].variable_key).key(), "written otherwise here"),),
            help="write it one way in all rows; the help article has WxCCFieldName",
        )
