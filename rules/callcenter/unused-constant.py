"""
A mapping has a constant that is switched off.

The constant is not a fallback: as long as it is off, only the variable counts, and where the variable is empty the agent finds an empty field.

```xml bad at='"Unknown"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":"Unknown"}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

With `isDefaultValueEnabled` on, the constant is written always, whatever the variable holds.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import field_mappings


@rule(
    "callcenter/unused-constant",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-value-without-default",),
    sources=("help.webex.com nhxw7kfb", "vendor's migration guide"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each constant beside a variable that counts; where there is no variable, that is the finding."""
    for mapping in field_mappings(callcenter):
        is_off = mapping.data.get("isDefaultValueEnabled") in (False, "false")
        if is_off and mapping.constant and mapping.source.strip() and callcenter.is_in_use(mapping.item):
            yield Problem(
                f"the constant '{mapping.constant}' is switched off: only '{mapping.source}' is written",
                mapping.constant_at,
                also=(Label(mapping.place("isDefaultValueEnabled"), "this switches it off"),),
                help='write "" for defaultFieldValue, or switch isDefaultValueEnabled on to write the constant always',
            )
