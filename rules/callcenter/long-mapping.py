"""
A list of mappings is longer than any that the vendor has published.

The vendor itself splits lists that would have more than 255 characters. A longer one may be cut off, and then the connector can read none of its mappings: agents find the fields empty.

```xml bad at='ionalEnabled":"false"}]'
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"MobilePhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"},{"wxccFieldName":"CustomerLanguageOfTheCall","sfdcFieldName":"LanguageOfTheCustomer__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"MobilePhone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

No document gives a limit. If yours are longer and work, set it: `rules: {callcenter/long-mapping: {max: 400}}`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Problem, rule
from wxcc_lint.api.callcenter import compact_json


@rule(
    "callcenter/long-mapping",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:item-value-length",),
    sources=("published definition files", "vendor's migration guide"),
)
def check(callcenter: CallCenter, max: int = 255) -> Iterator[Problem]:  # noqa: A002 — what it is called in the config
    """Yield what of a list goes beyond `max` characters, counted without outer blanks."""
    for item in callcenter.mapping_items():
        length = len(item.value)
        if length > max and callcenter.json_of(item) is not None:
            start = item.text.index(item.value)
            yield Problem(
                f"'{callcenter.label_of(item)}' has {length} characters; more than {max} may be cut off",
                item.at.slice(start + max, start + length),
                help=_help(callcenter, item, max),
            )


def _help(callcenter: CallCenter, item: Item, limit: int) -> str:
    compact = len(compact_json(item.value))
    if compact <= limit:
        return f"take the blanks between names and values out: {compact} characters remain"
    fact = callcenter.fact(item)
    next_ = next((other for other in callcenter.mapping_items() if _continues(callcenter, other, item.name)), None)
    if next_ is not None:
        return f"move mappings to {next_.name}, which is a list of its own in square brackets"
    first = fact.continues if fact else None
    return f"move mappings to {first}, or map fewer fields" if first else "map fewer fields, or shorten names"


def _continues(callcenter: CallCenter, item: Item, name: str) -> bool:
    fact = callcenter.fact(item)
    return fact is not None and fact.continues == name
