"""
A page is only on one side.

Agents find an entry in the navigation bar that they do not know, or miss the one they work with.

```json bad side=left at='{"nav": {"label": "Customer", "icon": "team", "iconType": "momentum", "navigateTo": "customer"}, "page": {"id": "customer", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}}'
{"agent": {"area": {"navigation": [{"nav": {"label": "Customer", "icon": "team", "iconType": "momentum", "navigateTo": "customer"}, "page": {"id": "customer", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}}]}}}
```

```json bad side=right
{"agent": {"area": {"navigation": []}}}
```

```json good side=left
{"agent": {"area": {"navigation": [{"nav": {"label": "Customer", "icon": "team", "iconType": "momentum", "navigateTo": "customer"}, "page": {"id": "customer", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}}]}}}
```

```json good side=right
{"agent": {"area": {"navigation": [ {"nav": {"label": "Customer", "icon": "team", "iconType": "momentum", "navigateTo": "customer"}, "page": {"id": "customer", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}} ]}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/one-sided-page",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a page of the navigation that came or went."""
    if drift.aspect == "page":
        yield Problem(drift.told(drift.owner), drift.at)
