"""
Something changed that only admins see.

Agents notice nothing of it.

```json bad side=left at='"0.0.6"'
{"version": "0.0.6"}
```

```json bad side=right
{"version": "0.1.0"}
```

```json good side=left
{"version": "0.1.0"}
```

```json good side=right
{"version":"0.1.0"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/note-changed",
    on=Drift,
    severity="info",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
        "Schemas of the Webex Contact Center configuration API",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield versions, descriptions and file names."""
    if drift.aspect == "note":
        yield Problem(drift.told(drift.thing), drift.at)
