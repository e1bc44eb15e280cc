"""
A list of mappings is written as Version 2 of the connector has it.

Version 1 reads JSON. It can make nothing of `Field={variable}`: no mapping of the list works, and agents find the fields empty.

```xml bad at="Language__c={Language},Category__c={Category}"
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">Language__c={Language},Category__c={Category}</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"Language","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

The vendor's guide from Version 1 to Version 2 shows both ways of writing side by side.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, rule

_BEGINNING = re.compile(r"\s*\w+\s*=\s*\{")
_PAIR = re.compile(r"\s*(\w+)\s*=\s*\{\s*(\w+)\s*\}\s*(?:,|$)")


@rule(
    "callcenter/version-2-mapping",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-v2-syntax",),
    supersedes=("callcenter/invalid-mapping-json",),
    sources=("help.webex.com nhxw7kfb", "published definition files", "vendor's migration guide"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each list that begins with a field and an equals sign instead of a bracket."""
    for item in callcenter.mapping_items():
        if not _BEGINNING.match(item.value):
            continue
        entries = _entries(callcenter, item)
        text = Place(item.document, item.path)
        yield Problem(
            f"'{callcenter.label_of(item)}' is written as in Version 2; this call center needs JSON",
            item.at,
            help=f"write [{_json(entries[0])}], with one such object for each field"
            if entries
            else "write a list in square brackets, or [] where nothing is mapped",
            # Not safe: mappings that had no effect so far start to work.
            fix=Fix("write it as JSON", (Edit(text, "set", _json(entries)),), safe=False) if entries else None,
        )


def _entries(callcenter: CallCenter, item: Item) -> list[dict[str, object]]:
    """Return the mappings as the vendor writes them in this item; none if they are more than pairs, or are conditions."""
    pairs = _PAIR.findall(item.value)
    if _PAIR.sub("", item.value).strip() or callcenter.dialect(item) == "C":
        return []
    if callcenter.dialect(item) == "W":
        off = {"isDefaultValueEnabled": "false", "isConditionalEnabled": "false"}
        return [{"wxccFieldName": variable, "sfdcFieldName": field, **off} for field, variable in pairs]
    none = {"isDefaultValueEnabled": False, "defaultFieldValue": ""}
    return [{"CadFieldName": variable, "SalesforceFieldName": field, **none} for field, variable in pairs]


def _json(value: object) -> str:
    return json.dumps(value, separators=(",", ":"))
