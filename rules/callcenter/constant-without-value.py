"""
A mapping is to write a constant, but has none.

The variable's value is not written either: the field stays empty on the agent's screen.

```xml bad at='""'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":""}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":"Completed"}]</item>
```

The constant stands in `defaultFieldValue`. For new records no published file has one; that it has the same name there is a guess.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Problem, closest, rule
from wxcc_lint.api.callcenter import mapping_entries

_SWITCH, _CONSTANT = "isDefaultValueEnabled", "defaultFieldValue"


@rule(
    "callcenter/constant-without-value",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-default-without-value",),
    sources=("help.webex.com nhxw7kfb", "vendor's migration guide"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each constant in use that is blank, or the switch where there is none."""
    for entry in mapping_entries(callcenter):
        writes_constant = entry.data.get(_SWITCH) in (True, "true") and callcenter.is_in_use(entry.item)
        if writes_constant and not _has_constant(entry.data):
            yield Problem(
                f"a mapping of '{callcenter.label_of(entry.item)}' is to write a constant, but has none",
                entry.place(_CONSTANT if _CONSTANT in entry.data else _SWITCH),
                help=f"write the constant in {_CONSTANT}, or switch {_SWITCH} off",
            )


def _has_constant(mapping: Mapping[str, object]) -> bool:
    """Tell whether there is a constant; one under a misspelt name is another finding."""
    constant = mapping.get(closest(_CONSTANT, mapping) or "")
    return constant is not None and bool(str(constant).strip())
