"""
A widget without a face is new.

It runs unseen for every agent, from sign-in on, and may read calls, chats and what agents type. Nobody would notice it on the screen.

```json bad side=left
{"agent": {"area": {"headless": {"id": "headless", "widgets": {}, "layout": {"areas": [["a"]], "size": {"rows": [1], "cols": [1]}}}}}}
```

```json bad side=right at='"a"'
{"agent": {"area": {"headless": {"id": "headless", "widgets": {"a": {"comp": "acme-listener", "script": "https://cdn.example.com/acme.js"}}, "layout": {"areas": [["a"]], "size": {"rows": [1], "cols": [1]}}}}}}
```

```json good side=left
{"agent": {"area": {"headless": {"id": "headless", "widgets": {}, "layout": {"areas": [["a"]], "size": {"rows": [1], "cols": [1]}}}}}}
```

```json good side=right
{"agent":{"area":{"headless":{"id":"headless","widgets":{},"layout":{"areas":[["a"]],"size":{"rows":[1],"cols":[1]}}}}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/new-headless-widget",
    on=Drift,
    severity="error",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a widget that is new among the headless ones."""
    if drift.aspect == "headless":
        yield Problem(f"{drift.owner} runs unseen and is new", drift.at)
