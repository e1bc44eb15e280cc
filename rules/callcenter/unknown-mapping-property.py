"""
A mapping has a property that the connector does not know.

What it was meant to do does not happen: agents see another value, or none. Most often a name is misspelt, and the connector reads names exactly, upper and lower case included.

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

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, closest, did_you_mean, rule
from wxcc_lint.api.callcenter import MAPPING_SCHEMAS, load_schema, mapping_entries, mapping_shape

_GUESSED = "defaultFieldValue"
"""Where constants stand in mappings of the call activity; that it is so elsewhere is a guess."""


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
        shape = mapping_shape(callcenter, entry.item)
        free = [name for name in shape["properties"] if name not in entry.data]
        doubtful = set() if "CadFieldName" in shape["properties"] else {_GUESSED}
        label = callcenter.label_of(entry.item)
        yield from (_problem(entry.place(key), label, free, doubtful) for key in entry.data if key not in everywhere)


def _problem(place: Place, label: str, free: list[str], doubtful: set[str]) -> Problem:
    key = str(place.path[-1])
    meant = closest(key, free)
    rename = Edit(place, "rename", meant)
    return Problem(
        f"'{key}' is not known in a mapping of '{label}'{did_you_mean(key, free)}",
        place.key(),
        help=f"rename it to '{meant}'" if meant else "delete it, or correct its name",
        fix=Fix(f"rename '{key}' to '{meant}'", (rename,), safe=meant not in doubtful) if meant else None,
    )
