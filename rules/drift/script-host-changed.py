"""
A widget is loaded from another host.

Whoever runs that host can read what agents see and do on the Desktop, and a host that is not on the allowed list loads nothing: agents have an empty place there.

```json bad side=left at='"https://cdn.example.com/acme.js"'
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js"}
```

```json bad side=right
{"comp": "acme-panel", "script": "https://cdn.example.net/acme.js"}
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
    "drift/script-host-changed",
    on=Drift,
    severity="error",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a script from another host, or a first or last one."""
    if drift.aspect == "script-host":
        yield Problem(drift.told(f"the script of {drift.owner}"), drift.at)
