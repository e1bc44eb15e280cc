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

from wxcc_lint.api import MAPPING_SCHEMAS, CallCenter, Edit, Fix, Node, Path, Problem, load_schema, rule


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
    for path, node in callcenter.nodes():
        match path, node.value:
            case (str(), str(), int(), "isDefaultValueEnabled" | "isConditionalEnabled"), bool() | "true" | "false":
                quoted = isinstance(node.value, str)
                if quoted != (_dialect(callcenter, path[:-1]) == "W"):
                    yield _problem(node, "without quotes" if quoted else "in quotes")


def _dialect(callcenter: CallCenter, path: Path) -> str:
    """Return how the mapping at a path is written; one that does not tell is taken for what its list is."""
    mapping = callcenter.node(path)
    item = callcenter.item(str(path[1]), str(path[0]))
    assert mapping is not None, "the switch stands in it"
    assert item is not None, "the mapping stands in it"
    named = {dialect: load_schema(MAPPING_SCHEMAS[dialect])["items"]["required"] for dialect in ("W", "A")}
    used = [dialect for dialect, names in named.items() if any(name in mapping.value for name in names)]
    return used[0] if len(used) == 1 else callcenter.dialect(item)


def _problem(switch: Node, how: str) -> Problem:
    word = str(switch.value).lower()
    wanted = f'"{word}"' if how == "in quotes" else word
    return Problem(
        f"'{switch.name}' in '{switch.label}' should stand {how}",
        switch.at,
        help=f"write {wanted}",
        fix=Fix(f"write {wanted}", (Edit(switch.place, "set", word if how == "in quotes" else word == "true"),)),
    )
