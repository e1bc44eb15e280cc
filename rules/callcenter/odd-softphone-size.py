"""
The softphone has another size than the vendor's file gives it.

The vendor asks to leave the size alone. In a smaller softphone agents have to scroll to the buttons for calls.

```xml bad at="400"
<item name="reqSoftphoneHeight">400</item>
```

```xml good
<item name="reqSoftphoneHeight">550</item>
<item name="reqSoftphoneWidth">500</item>
```

If you chose the size on purpose, switch this rule off.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule

_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


@rule(
    "callcenter/odd-softphone-size",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:softphone-size-nondefault",),
    sources=("help.webex.com nhxw7kfb", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each size within its limits that is not the published one."""
    for item in callcenter.items():
        fact = callcenter.fact(item)
        if fact is None or fact.range is None or not _WHOLE_NUMBER.fullmatch(item.value):
            continue
        low, high = fact.range
        if low <= int(item.value) <= high and int(item.value) != int(fact.default):
            yield Problem(
                f"'{callcenter.label_of(item)}' is {item.value} pixels; the vendor's file has {fact.default}",
                item.at,
                help=f"set {item.name} to '{fact.default}' unless the other size is meant",
                fix=Fix(
                    f"set {item.name} to '{fact.default}'",
                    (Edit(Place(item.document, item.path), "set", fact.default),),
                    safe=False,
                ),
            )
