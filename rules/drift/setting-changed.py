"""
A setting of the Desktop changed.

It holds for every agent with this layout and role: whether they can move widgets, how long notices stay, whether Webex App is there.

```json bad side=left at="false"
{"dragDropEnabled": false}
```

```json bad side=right
{"dragDropEnabled": true}
```

```json good side=left
{"dragDropEnabled": false}
```

```json good side=right
{"dragDropEnabled":false}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/setting-changed",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield any change of a layout outside of its areas that no other rule knows better."""
    if drift.aspect == "setting":
        yield Problem(drift.told(drift.thing), drift.at)
