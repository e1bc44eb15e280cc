"""
There is another component in a place.

Agents get something else where they had their tool, or an empty place when its script does not define it.

```json bad side=left at='"acme-panel"'
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js"}
```

```json bad side=right
{"comp": "acme-board", "script": "https://cdn.example.com/acme.js"}
```

```json good side=left
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js"}
```

```json good side=right
{"script": "https://cdn.example.com/acme.js", "comp": "acme-panel"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/component-changed",
    on=Drift,
    severity="error",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another component, or another slot in a tab."""
    if drift.aspect == "component":
        yield Problem(drift.told(f"the component{drift.for_role}"), drift.at)
