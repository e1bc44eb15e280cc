"""
A mapping has a property that nothing reads.

What it was meant to do does not happen. Most often a name is misspelt, and the connector reads names exactly, upper and lower case included.

```xml bad at='"isDefaulValueEnabled"'
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaulValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

The help article has this slip, too.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import (
    MAPPING_SCHEMAS,
    CallCenter,
    Edit,
    Fix,
    Place,
    Problem,
    closest,
    did_you_mean,
    load_schema,
    mapping_entries,
    mapping_shape,
    rule,
)


@rule(
    "callcenter/unknown-mapping-property",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-unknown-property",),
    supersedes=("callcenter/missing-mapping-flag",),
    sources=("help.webex.com nhxw7kfb", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each property that none of the ways to write mappings has."""
    everywhere = {name for schema in MAPPING_SCHEMAS.values() for name in load_schema(schema)["items"]["properties"]}
    for entry in mapping_entries(callcenter):
        free = [name for name in mapping_shape(callcenter, entry.item)["properties"] if name not in entry.data]
        label = callcenter.label_of(entry.item)
        yield from (_problem(entry.place(key), label, key, free) for key in entry.data if key not in everywhere)


def _problem(place: Place, label: str, key: str, free: list[str]) -> Problem:
    meant = closest(key, free)
    return Problem(
        f"'{key}' is not known in a mapping of '{label}'{did_you_mean(key, free)}",
        place.key(),
        help=f"rename it to '{meant}'" if meant else "delete it, or correct its name",
        fix=Fix(f"rename '{key}' to '{meant}'", (Edit(place, "rename", meant),)) if meant else None,
    )
