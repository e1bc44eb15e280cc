"""
A feature is switched on or off.

Agents meet it at the next call: pages that open by themselves, records that are made or no longer made.

```xml bad side=left at="false"
<item name="isNoRecordMatchScenarioEnabled">false</item>
```

```xml bad side=right
<item name="isNoRecordMatchScenarioEnabled">true</item>
```

```xml good side=left
<item name="isNoRecordMatchScenarioEnabled">false</item>
```

```xml good side=right
<item name="isNoRecordMatchScenarioEnabled"> False </item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/switch-changed",
    on=Drift,
    severity="warning",
    catalogue=("cc:call-center-drift",),
    sources=("published definition files",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield an item that is on or off and changed."""
    if drift.aspect == "switch":
        yield Problem(drift.told(drift.thing), drift.at)
