"""
A switch holds something else than `true` or `false`.

Settings reach the connector as texts, and the vendor's file writes `true` and `false`. Setup takes whatever is typed, but `True` or `yes` probably leaves the feature off without a word.

```xml bad base=v2 at="yes"
<item name="recordCallLiveSubject">yes</item>
```

```xml good base=v2
<item name="recordCallLiveSubject">true</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import GENERAL

_MEANINGS = {
    "true": {"true", "yes", "on", "1", "y", "t", "enabled"},
    "false": {"false", "no", "off", "0", "n", "f", "disabled"},
}


@rule(
    "callcenter/doubtful-boolean",
    on=CallCenter,
    severity="warning",
    generations=("v2", "scv"),
    evidence="inferred",
    catalogue=("cc:boolean-value",),
    sources=("published definition files of Version 2 and Service Cloud Voice",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the switches of the connector; those of Salesforce are told by other rules."""
    for item in callcenter.items_of("boolean"):
        if item.section == GENERAL or item.value in _MEANINGS:
            continue
        label = callcenter.label_of(item)
        meant = next((word for word, spellings in _MEANINGS.items() if item.value.lower() in spellings), None)
        # Not safe: a feature that was off so far may start to work.
        edits = (Edit(Place(item.document, item.path), "set", meant or ""),)
        yield Problem(
            f"'{label}' is blank, neither true nor false"
            if item.is_blank
            else f"'{label}' is '{item.value}', which is neither true nor false",
            item.name_at if item.is_blank else item.at,
            help=f"write '{meant}'" if meant else "write 'true' or 'false', in lower case",
            fix=Fix(f"write '{meant}'", edits, safe=False) if meant else None,
        )
