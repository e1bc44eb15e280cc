"""
The second list of mappings is in use while the first one is empty.

The second list continues the first one. Whether the connector looks at it when the first is empty is not documented; if not, agents find its fields empty.

```xml bad at="[]"
<item name="sfdcCaseFieldCadVariableMappings1">[]</item>
```

```xml good
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"SuppliedPhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
<item name="sfdcCaseFieldCadVariableMappings2">[]</item>
```

Fill the lists in the order of their numbers.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Label, Problem, rule


@rule(
    "callcenter/skipped-mapping-item",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-split-order",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each empty list that another one with mappings continues."""
    for item in callcenter.mapping_items():
        fact = callcenter.fact(item)
        first = callcenter.item(fact.continues, item.section) if fact and fact.continues else None
        if first and _list(callcenter, first) == [] and _list(callcenter, item):
            yield Problem(
                f"'{callcenter.label_of(first)}' is empty, but the list that continues it is not",
                first.at,
                also=(Label(item.name_at, "this list continues it"),),
                help=f"move the mappings of {item.name} to {first.name}",
            )


def _list(callcenter: CallCenter, item: Item) -> list[object] | None:
    document = callcenter.json_of(item)
    return document.data if document is not None and isinstance(document.data, list) else None
