"""
A widget or frame leads to another host.

Data of callers goes to that host, and a page that the browser does not let into a frame leaves agents with an empty place.

```json bad side=left at='"https://crm.example.com/start"'
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://crm.example.com/start"}}
```

```json bad side=right
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://crm.example.net/start"}}
```

```json good side=left
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://crm.example.com/start"}}
```

```json good side=right
{"attributes":{"src":"https://crm.example.com/start"},"comp":"agentx-wc-iframe"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/remote-host-changed",
    on=Drift,
    severity="error",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield an address in attributes or properties that leads to another host, or is the first or last one there."""
    if drift.aspect == "host":
        yield Problem(drift.told(drift.thing), drift.at)
