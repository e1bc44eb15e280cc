"""
A role is only on one side.

Whoever signs in with a role that the layout does not have gets a Desktop without pages and widgets.

```json bad side=left at='"supervisor"'
{"agent": {"area": {"navigation": []}}, "supervisor": {"area": {"navigation": []}}}
```

```json bad side=right
{"agent": {"area": {"navigation": []}}}
```

```json good side=left
{"agent": {"area": {"navigation": []}}, "supervisor": {"area": {"navigation": []}}}
```

```json good side=right
{"supervisor": {"area": {"navigation": []}}, "agent": {"area": {"navigation": []}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/one-sided-role",
    on=Drift,
    severity="error",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a role that came or went."""
    if drift.aspect == "role":
        yield Problem(drift.told(f"the role '{drift.name}'"), drift.at)
