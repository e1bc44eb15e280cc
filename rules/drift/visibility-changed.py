"""
Something is shown in other situations.

Agents miss a tab or widget in some kinds of contact, or see it where it has nothing to show.

```json bad side=left at='"IVR_TRANSCRIPT"'
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "visibility": "IVR_TRANSCRIPT"}
```

```json bad side=right
{"comp": "acme-panel", "script": "https://cdn.example.com/acme.js", "visibility": "WXM_JOURNEY_TAB"}
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
    "drift/visibility-changed",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another tag of visibility, or another answer to small screens."""
    if drift.aspect == "visibility":
        yield Problem(drift.told(drift.thing), drift.at)
