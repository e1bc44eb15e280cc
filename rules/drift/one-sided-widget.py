"""
A widget, or a whole area of the Desktop, is only on one side.

Agents miss a tool they work with, or have one more on the screen that nobody told them about.

```json bad side=left at='"side"'
{"id": "example", "widgets": {"main": {"comp": "acme-panel"}, "side": {"comp": "acme-notes"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1, 1]}}}
```

```json bad side=right
{"id": "example", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1, 1]}}}
```

```json good side=left
{"id": "example", "widgets": {"main": {"comp": "acme-panel"}, "side": {"comp": "acme-notes"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1, 1]}}}
```

```json good side=right
{"id": "example", "widgets": {"main": {"comp": "acme-panel"},
"side": {"comp": "acme-notes"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1, 1]}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/one-sided-widget",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a component or area that came or went, or is something else altogether."""
    if drift.aspect == "widget":
        yield Problem(drift.told(drift.owner), drift.at)
