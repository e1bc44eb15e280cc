"""
Words that people read changed.

Nothing works differently, but guides and trainings for agents call it something else.

```json bad side=left at='"Notes"'
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "textContent": "Notes"}
```

```json bad side=right
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "textContent": "Remarks"}
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
    "drift/text-changed",
    on=Drift,
    severity="info",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield other labels, titles and texts."""
    if drift.aspect == "text":
        yield Problem(drift.told(drift.thing), drift.at)
