"""
Icons, sizes or the order of places on a page changed.

Agents find their tools in another place, or larger or smaller.

```json bad side=left at="[1, 2]"
{"id": "example", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1, 2]}}}
```

```json bad side=right
{"id": "example", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1, 1]}}}
```

```json good side=left
{"id": "example", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1, 1]}}}
```

```json good side=right
{"id": "example", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main", "side"]], "size": {"rows": [1], "cols": [1,1]}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/look-changed",
    on=Drift,
    severity="info",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield other icons, sizes and grids."""
    if drift.aspect == "look":
        yield Problem(drift.told(drift.thing), drift.at)
