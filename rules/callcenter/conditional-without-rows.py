"""
A mapping looks its value up, but the table has no row for its variable.

Nothing is found for any call: the agent sees an empty field.

```xml bad at='"queueName"'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"queueName","sfdcFieldName":"LeadSource","isDefaultValueEnabled":"false","isConditionalEnabled":"true"}]</item>
<item name="sfdcObjectFieldConditionalMappings1">[{"WxCCFieldName":"queueName","wxccFieldValue":"Sales","sfdcFieldValue":"Hotline"}]</item>
```

The rows stand in the conditional mappings of the same section: one for each value of the variable, the variable's name in the same upper and lower case.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, closest, rule
from wxcc_lint.api.callcenter import ConditionTable, FieldMapping, condition_tables


@rule(
    "callcenter/conditional-without-rows",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:conditional-missing",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each variable that is looked up in a table without a row for it, where the mapping is in use."""
    for table in condition_tables(callcenter):
        for mapping in table.unserved:
            if callcenter.is_in_use(mapping.item):
                yield _problem(callcenter, table, mapping)


def _problem(callcenter: CallCenter, table: ConditionTable, mapping: FieldMapping) -> Problem:
    variable, label = mapping.source, callcenter.label_of(table.item)
    message = f"'{variable}' is to be looked up in '{label}', which has no row for it"
    near = closest(variable, table.variables)
    if near is not None:
        row = next(row for row in table.rows if row.variable == near)
        return Problem(
            f"{message}; did you mean '{near}'?",
            mapping.source_at,
            also=(Label(row.variable_at, "spelt otherwise here"),),
            help="spell the variable alike in both places, as Webex Contact Center has it",
        )
    example = f'{{"WxCCFieldName":"{variable}","wxccFieldValue":"…","sfdcFieldValue":"…"}}'
    return Problem(
        message,
        mapping.source_at,
        also=(Label(table.item.at, "here it is looked up"),),
        help=f"add rows such as {example} to {table.item.name}, or switch isConditionalEnabled off",
    )
