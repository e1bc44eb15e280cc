"""
A mapping has its source or its target under a misspelt name.

The connector reads names exactly, upper and lower case included. It finds no source or no target, and the field stays empty on the agent's screen.

```xml bad at='"SalesforceField"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceField":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

In its text the help article shortens some of these names; its lists have them in full.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, closest, rule
from wxcc_lint.api.callcenter import MAPPING_SCHEMAS, load_schema, mapping_entries, mapping_shape


@rule(
    "callcenter/misspelt-mapping-property",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-unknown-property",),
    supersedes=("callcenter/invalid-mapping", "callcenter/unknown-mapping-property"),
    sources=("help.webex.com nhxw7kfb", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each unknown property that resembles one without which a mapping does nothing."""
    everywhere = {name for schema in MAPPING_SCHEMAS.values() for name in load_schema(schema)["items"]["properties"]}
    for entry in mapping_entries(callcenter):
        shape = mapping_shape(callcenter, entry.item)
        lacking = _lacking(shape, entry.data)
        for key in entry.data:
            meant = None if key in everywhere else closest(key, lacking)
            if meant:
                label = callcenter.label_of(entry.item)
                yield _problem(entry.place(key), label, meant, is_sure=meant in shape["required"])


def _lacking(shape: Mapping[str, Any], mapping: Mapping[str, Any]) -> list[str]:
    """Return the names that a mapping needs and has not; of alternatives all, unless it has one of them."""
    branches = [branch for part in shape.get("allOf", ()) for branch in part["anyOf"]]
    alternatives = [name for branch in branches for name in branch["required"]]
    lacking = [name for name in shape["required"] if name not in mapping]
    return lacking if mapping.keys() & set(alternatives) else lacking + alternatives


def _problem(at: Place, label: str, meant: str, *, is_sure: bool) -> Problem:
    """Return the problem; it is not sure which of two spellings the connector reads for the variable of a row."""
    key = at.path[-1]
    return Problem(
        f"'{key}' is not known in a mapping of '{label}'; did you mean '{meant}'?",
        at.key(),
        help=f"rename it to '{meant}'",
        fix=Fix(f"rename '{key}' to '{meant}'", (Edit(at, "rename", meant),), safe=is_sure),
    )
