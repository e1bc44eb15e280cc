"""
A widget is set up differently.

What agents notice depends on the widget. One that lost a setting it needs often shows nothing at all.

```json bad side=left at='"full"'
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "properties": {"mode": "full"}}
```

```json bad side=right
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "properties": {"mode": "small"}}
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
    "drift/property-changed",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield any change inside a page or component that no other rule knows better."""
    if drift.aspect == "property":
        yield Problem(drift.told(drift.thing), drift.at)
