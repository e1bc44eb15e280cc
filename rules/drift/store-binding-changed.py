"""
A widget gets another value from the Desktop's store.

What the widget shows of the call, the agent or the customer is something else, or nothing.

```json bad side=left at='"$STORE.agentContact.taskSelected.ani"'
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "properties": {"phone": "$STORE.agentContact.taskSelected.ani"}}
```

```json bad side=right
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "properties": {"phone": "$STORE.agent.agentDbId"}}
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
    "drift/store-binding-changed",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a value that reads from the store, or did."""
    if drift.aspect == "binding":
        yield Problem(drift.told(drift.thing), drift.at)
