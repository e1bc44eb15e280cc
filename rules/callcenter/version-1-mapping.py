"""
A field list of Version 2 holds JSON, as Version 1 writes it.

Version 2 reads pairs of a field and a variable in braces, `Category__c={Category}`. It finds none in the JSON, and the fields stay empty on the agent's screen.

```xml bad at='[{"CadFieldName":"Category","SalesforceFieldName":"Category__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]'
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">[{"CadFieldName":"Category","SalesforceFieldName":"Category__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
</section>
```

```xml bad at="[]"
<item name="noRecordMatchObjectFieldMappings">[]</item>
```

```xml good
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category},Language__c={Language}</item>
</section>
```

Version 2 has no constants and no conditions: such mappings have to go.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, rule
from wxcc_lint.api.callcenter import holds_json

_SOURCES = ("wxccFieldName", "CadFieldName")
_TARGETS = ("sfdcFieldName", "SalesforceFieldName")
_SWITCHES = ("isDefaultValueEnabled", "isConditionalEnabled")


@rule(
    "callcenter/version-1-mapping",
    on=CallCenter,
    severity="error",
    generations=("v2",),
    evidence="verified",
    catalogue=("cc:mapping-v2-syntax",),
    sources=("vendor's guide from Version 1 to Version 2", "published definition files of Version 2"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each field list that begins like JSON; what can be written as pairs gets a fix."""
    for item in callcenter.items_of("field-list"):
        if not holds_json(item):
            continue
        pairs = _as_pairs(item)
        help_ = "write each mapping as Field={variable}, parted by commas, such as Category__c={Category}"
        fix = None
        if pairs is not None:
            help_ = f"write {pairs} in {item.name}" if pairs else f"leave {item.name} empty"
            fix = Fix(f"write '{pairs}'", (Edit(Place(item.document, item.path), "set", pairs),), safe=False)
        yield Problem(
            f"'{callcenter.label_of(item)}' is written as in Version 1; Version 2 takes no JSON",
            item.at,
            help=help_,
            fix=fix,
        )


def _as_pairs(item: Item) -> str | None:
    """Return the mappings as Version 2 writes them; None where that is not possible or would lose something."""
    data = item.json().data
    pairs = [_pair(mapping) for mapping in data] if isinstance(data, list) else [None]
    return None if None in pairs else ",".join(filter(None, pairs))


def _pair(mapping: Any) -> str | None:
    if not isinstance(mapping, dict) or any(mapping.get(switch) in (True, "true") for switch in _SWITCHES):
        return None
    source = next((mapping[name] for name in _SOURCES if name in mapping), None)
    target = next((mapping[name] for name in _TARGETS if name in mapping), None)
    is_whole = isinstance(source, str) and isinstance(target, str) and source.strip() and target.strip()
    return f"{target}={{{source}}}" if is_whole else None
