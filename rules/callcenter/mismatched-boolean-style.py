"""
A switch in a mapping is quoted where it should not be, or the other way round.

The vendor writes the switches in quotes for new records and cases, and without quotes for the call activity. Written the other way, a switch may be taken for its opposite, and the agent sees a constant instead of the caller's data.

```xml bad at="false"
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":false,"isConditionalEnabled":"false"}]</item>
```

```xml bad at='"false"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":"false","defaultFieldValue":""}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import MAPPING_SCHEMAS, Entry, load_schema, mapping_entries


@rule(
    "callcenter/mismatched-boolean-style",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-boolean-style",),
    sources=("published definition files", "vendor's migration guide"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each switch that is not quoted as its list has it."""
    for entry in mapping_entries(callcenter):
        in_quotes = _dialect(callcenter, entry) == "W"
        for switch in ("isDefaultValueEnabled", "isConditionalEnabled"):
            value = entry.data.get(switch)
            is_switch = isinstance(value, bool) or value in ("true", "false")
            if is_switch and isinstance(value, str) is not in_quotes:
                yield _problem(entry, switch, callcenter.label_of(entry.item), in_quotes=in_quotes)


def _dialect(callcenter: CallCenter, mapping: Entry) -> str:
    """Return how a mapping is written; one that does not tell is taken for what its list is."""
    named = {dialect: load_schema(MAPPING_SCHEMAS[dialect])["items"]["required"] for dialect in ("W", "A")}
    used = [dialect for dialect, names in named.items() if any(name in mapping.data for name in names)]
    return used[0] if len(used) == 1 else callcenter.dialect(mapping.item)


def _problem(mapping: Entry, switch: str, label: str, *, in_quotes: bool) -> Problem:
    word = str(mapping.data[switch]).lower()
    wanted = f'"{word}"' if in_quotes else word
    place = mapping.place(switch)
    return Problem(
        f"'{switch}' in '{label}' should stand {'in quotes' if in_quotes else 'without quotes'}",
        place,
        help=f"write {wanted}",
        fix=Fix(f"write {wanted}", (Edit(place, "set", word if in_quotes else word == "true"),)),
    )
