"""
A switch or a list of mappings is blank.

The vendor's file has `false` in every switch that is off and `[]` in every list without mappings. A blank most likely means the same, but whoever reads the file cannot tell whether agents are meant to have the feature.

```xml bad at="isCallNotesEnabled"
<item name="isCallNotesEnabled"></item>
```

```xml bad at="CadSalesforceFieldMapping1"
<item name="CadSalesforceFieldMapping1"></item>
```

```xml good
<item name="isCallNotesEnabled">false</item>
<item name="CadSalesforceFieldMapping1">[]</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import GENERAL

_WRITTEN: Mapping[str, str] = {"boolean": "false", "mapping": "[]", "conditional": "[]"}
"""What stands for nothing, by type of value."""


@rule(
    "callcenter/blank-setting",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:boolean-value", "cc:mapping-not-array"),
    supersedes=("callcenter/invalid-boolean", "callcenter/mapping-not-array"),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each blank switch or list of the connector; what Salesforce itself reads is told by other rules."""
    for item in callcenter.items_of("boolean", "mapping", "conditional"):
        fact = callcenter.fact(item)
        if fact is None or item.section == GENERAL or not item.is_blank:
            continue
        written = _WRITTEN[fact.type]
        # Not safe: that a blank means the same is likely, but not documented.
        fix = Fix(f"write {written}", (Edit(Place(item.document, item.path), "set", written),), safe=False)
        yield Problem(f"'{callcenter.label_of(item)}' is blank", item.name_at, help=f"write {written}", fix=fix)
