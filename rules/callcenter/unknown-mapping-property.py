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
    for path, node in callcenter.nodes():
        match path, node.value:
            case (str(section), str(name), int()), dict(mapping) if item := callcenter.item(name, section):
                known = load_schema(MAPPING_SCHEMAS[callcenter.dialect(item)])["items"]["properties"]
                free = [property_ for property_ in known if property_ not in mapping]
                yield from (_problem(node.place, node.label, key, free) for key in mapping if key not in everywhere)


def _problem(mapping: Place, label: str, key: str, free: list[str]) -> Problem:
    place = Place(mapping.document, (*mapping.path, key))
    meant = closest(key, free)
    return Problem(
        f"'{key}' is not known in a mapping of '{label}'{did_you_mean(key, free)}",
        place.key(),
        help=f"rename it to '{meant}'" if meant else "delete it, or correct its name",
        fix=Fix(f"rename '{key}' to '{meant}'", (Edit(place, "rename", meant),)) if meant else None,
    )
