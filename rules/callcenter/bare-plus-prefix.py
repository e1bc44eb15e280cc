"""
A prefix is a plus sign alone.

It cuts the + off every number and leaves the country code, so that the number fits neither a record with + nor one without country code. The first release shipped it so; later ones name countries.

```xml bad at="+"
<item name="reqPrefixStringTobeRemoved">+,+44</item>
```

```xml good
<item name="reqPrefixStringTobeRemoved">+44</item>
```

If your records hold numbers as 441632960961, with country code and without +, the plus sign is right: switch the rule off.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import prefixes


@rule(
    "callcenter/bare-plus-prefix",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:prefix-bare-plus",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first lone + in each list, unless the release was published with one."""
    for item in callcenter.items_of("prefixes"):
        fact = callcenter.fact(item)
        shipped = fact.default.split(",") if fact else []
        entry = next((part.trimmed for part in prefixes(item) if part.text.strip() == "+"), None)
        if entry and "+" not in shipped:
            yield Problem(
                f"'{callcenter.label_of(item)}' has a + without a country code",
                entry.at,
                help=f"write the country codes that are to be cut off in {item.name}, such as +44",
            )
