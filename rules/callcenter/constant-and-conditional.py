"""
A mapping writes a constant and looks its value up, both at once.

Only one of the two can reach the field, and which one is not documented. The agent may see the constant for every call.

```xml bad at='"true"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"true","isConditionalEnabled":"true","defaultFieldValue":"Phone"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import field_mappings


@rule(
    "callcenter/constant-and-conditional",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-default-and-conditional",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each mapping with both switches on, unless it has no constant: that is the finding then."""
    for mapping in field_mappings(callcenter):
        both = mapping.writes_constant and mapping.is_conditional
        if both and mapping.constant and callcenter.is_in_use(mapping.item):
            yield Problem(
                f"the mapping to '{mapping.target}' both writes a constant and looks its value up",
                mapping.place("isConditionalEnabled"),
                also=(Label(mapping.place("isDefaultValueEnabled"), "this writes the constant"),),
                help="switch isDefaultValueEnabled or isConditionalEnabled off",
            )
