"""
A property stands twice in one mapping.

Only the last one counts, and nothing says so. A field that was to be filled stays empty on the agent's screen.

```xml bad at='"sfdcFieldName"'
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","sfdcFieldName":"MobilePhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"},{"wxccFieldName":"phoneNumber","sfdcFieldName":"MobilePhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

To fill two fields, write two mappings.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Place, Problem, rule


@rule(
    "callcenter/duplicate-mapping-property",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    sources=("RFC 8259, section 4", "ECMAScript, JSON.parse"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each property that stands more than once in a mapping, at the one that counts."""
    for item in callcenter.mapping_items():
        embedded = callcenter.json_of(item)
        if embedded is None:
            continue
        text = Place(item.document, item.path)
        for path, first in {one.path: one.first for one in embedded.duplicates}.items():
            yield Problem(
                f"'{path[-1]}' stands more than once in a mapping of '{callcenter.label_of(item)}'",
                Place(embedded, path, "key"),
                also=(Label(text.slice(first.start, first.end), "this one does not count"),),
                help="delete one of the two, or make two mappings of them",
            )
