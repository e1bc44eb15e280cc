"""
A mapping does not say whether it writes a constant, or whether it looks its value up.

Every mapping of the vendor has these switches. What the connector does without one is not documented: the agent may see the value of the call, or an empty field.

```xml bad at='"Phone"'
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false"}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

`isDefaultValueEnabled` writes a constant instead of the variable's value, `isConditionalEnabled` takes the text from the conditional mappings. Mappings of the call activity have the first one only.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import mapping_entries, mapping_shape


@rule(
    "callcenter/missing-mapping-flag",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-missing-property",),
    sources=("published definition files", "vendor's migration guide"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each mapping that has a target but lacks a switch."""
    for entry in mapping_entries(callcenter):
        shape = mapping_shape(callcenter, entry.item)
        target = shape["required"][-1]
        missing = [flag for flag, fact in shape["properties"].items() if "enum" in fact and flag not in entry.data]
        if missing and entry.said(target).strip():
            off: str | bool = "false" if callcenter.dialect(entry.item) == "W" else False
            additions = ", ".join(f'"{flag}": {json.dumps(off)}' for flag in missing)
            edits = tuple(Edit(entry.place(flag), "insert", off) for flag in missing)
            label = callcenter.label_of(entry.item)
            yield Problem(
                f"the mapping to '{entry.said(target)}' in '{label}' lacks {' and '.join(missing)}",
                _part(entry.at, target),
                help=f"add {additions}",
                fix=Fix(f"add {additions}", edits, safe=False),
            )


def _part(mapping: Place, name: str) -> Place:
    """Return the place of a property's value as a part of the mapping: it is the mapping that lacks something."""
    spans = mapping.document.spans
    start, value = spans[mapping.path].value.start, spans[*mapping.path, name].value
    return mapping.slice(value.start - start, value.end - start)
