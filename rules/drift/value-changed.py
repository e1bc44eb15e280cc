"""
A value of a call center changed.

What agents see of it depends on the item: a subject, a prefix, a state. Compare both values with what the team agreed.

```xml bad side=left at="+1,+91"
<item name="prefixStringTobeRemoved">+1,+91</item>
```

```xml bad side=right
<item name="prefixStringTobeRemoved">+1</item>
```

```xml good side=left
<item name="prefixStringTobeRemoved">+1,+91</item>
```

```xml good side=right
<item name="prefixStringTobeRemoved">+1, +91</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/value-changed",
    on=Drift,
    severity="warning",
    catalogue=("cc:call-center-drift",),
    sources=("published definition files",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield any change of a call center that no other rule knows better."""
    if drift.aspect == "value":
        yield Problem(drift.told(drift.thing), drift.at)
