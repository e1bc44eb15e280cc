"""
There are conditions for a variable that no mapping looks up.

The rows have no effect: the agent does not see the text that they name.

```xml bad at='"queueName"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

```xml bad at='"queueName"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

A row does not say which field it is for: the mapping of its variable does, with `isConditionalEnabled` on.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Label, Problem, closest, rule
from wxcc_lint.api.callcenter import Condition, ConditionTable, condition_tables


@rule(
    "callcenter/unused-condition",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:conditional-orphan",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first row of each variable that is not looked up, unless a mapping that lacks rows seems to mean it."""
    for table in condition_tables(callcenter):
        if table.mappings and not any(callcenter.is_in_use(mapping.item) for mapping in table.mappings):
            continue  # the whole feature is switched off
        looked_up = {mapping.source for mapping in table.mappings if mapping.is_conditional}
        wanting = [mapping.source for mapping in table.unserved]
        for variable in table.variables:
            if variable not in looked_up and not closest(variable, wanting):
                yield _problem(table, next(row for row in table.rows if row.variable == variable))


def _problem(table: ConditionTable, row: Condition) -> Problem:
    variable = row.variable
    if not variable.strip():
        return Problem(
            "a row of conditions names no variable", row.variable_at, help="name the variable, or delete the row"
        )
    mapping = next((mapping for mapping in table.mappings if mapping.source == variable), None)
    if mapping is not None:
        switch = mapping.place("isConditionalEnabled")
        return Problem(
            f"there are conditions for '{variable}', but its mapping does not look them up",
            row.variable_at,
            also=(Label(mapping.source_at, "this mapping does not look it up"),),
            help="switch isConditionalEnabled on in the mapping, or delete the rows",
            fix=Fix("look the value up", (Edit(switch, "set", "true"),), safe=False)
            if mapping.data.get("isConditionalEnabled") == "false"
            else None,
        )
    return Problem(
        f"there are conditions for '{variable}', but no mapping looks it up",
        row.variable_at,
        help=f"add a mapping of {variable} with isConditionalEnabled on, or delete the rows",
    )
