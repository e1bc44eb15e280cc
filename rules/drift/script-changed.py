"""
A widget is loaded from another file of the same host.

Agents get another version of the widget, with other faults and other settings, and get it at their next sign-in.

```json bad side=left at='"https://cdn.example.com/1.2.0/acme.js"'
{"comp": "acme-panel", "script": "https://cdn.example.com/1.2.0/acme.js"}
```

```json bad side=right
{"comp": "acme-panel", "script": "https://cdn.example.com/1.3.0/acme.js"}
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
    "drift/script-changed",
    on=Drift,
    severity="error",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another script from the same host."""
    if drift.aspect == "script":
        yield Problem(drift.told(f"the script of {drift.owner}"), drift.at)
