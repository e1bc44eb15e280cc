"""
A mapping has the property names of another list.

New records and cases, the call activity, and conditional rows each have names of their own. Under a name from elsewhere the connector probably finds nothing, and the field stays empty on the agent's screen.

```xml bad at='"CadFieldName"'
<item name="sfdcObjetFieldCadVariableMappings1">[{"CadFieldName":"phoneNumber","SalesforceFieldName":"Phone","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

For cases the vendor shows both ways of writing; one list should keep to one of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wxcc_lint.api import CallCenter, Item, Problem, rule
from wxcc_lint.api.callcenter import MAPPING_SCHEMAS, load_schema, mapping_entries


@rule(
    "callcenter/foreign-mapping-property",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-dialect",),
    supersedes=("callcenter/invalid-mapping", "callcenter/missing-mapping-flag"),
    sources=("published definition files", "help.webex.com nhxw7kfb", "vendor's migration guide"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield of each mapping the first property that only other lists have."""
    for entry in mapping_entries(callcenter):
        own = load_schema(_schema(callcenter, entry.item))["items"]
        key = next((key for key in entry.data if key not in own["properties"] and _owner(key)), None)
        if key is not None:
            yield Problem(
                f"'{key}' belongs to the {_owner(key)}, not to '{callcenter.label_of(entry.item)}'",
                entry.place(key).key(),
                help=_help(own["required"], entry.data),
            )


def _help(required: list[str], mapping: Mapping[str, Any]) -> str:
    is_whole = all(name in mapping for name in required)
    return "delete it" if is_whole else f"write this mapping with {' and '.join(required)}"


def _schema(callcenter: CallCenter, item: Item) -> str:
    fact = callcenter.fact(item)
    # Both ways of writing are in the vendor's material for cases; elsewhere only the one of the published file is.
    published = fact.dialect if fact and fact.target != "Case" else None
    return MAPPING_SCHEMAS[published or callcenter.dialect(item)]


def _owner(key: str) -> str | None:
    """Return what to call the lists in which a property is at home."""
    for name in MAPPING_SCHEMAS.values():
        schema = load_schema(name)
        if key in schema["items"]["properties"]:
            title: str = schema["title"]
            return title[0].lower() + title[1:]
    return None
