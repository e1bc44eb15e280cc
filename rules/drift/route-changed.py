"""
A page has another address within the Desktop.

Links to it and bookmarks lead agents nowhere, and actions that open the page no longer find it.

```json bad side=left at='{"nav": {"label": "Customer", "icon": "team", "iconType": "momentum", "navigateTo": "customer"}, "page": {"id": "customer", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}}'
{"agent": {"area": {"navigation": [{"nav": {"label": "Customer", "icon": "team", "iconType": "momentum", "navigateTo": "customer"}, "page": {"id": "customer", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}}]}}}
```

```json bad side=right
{"agent": {"area": {"navigation": [{"nav": {"label": "Customer", "icon": "team", "iconType": "momentum", "navigateTo": "acme"}, "page": {"id": "customer", "widgets": {"main": {"comp": "acme-panel"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}}]}}}
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
    "drift/route-changed",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a page that has another address and is the same otherwise."""
    if drift.aspect == "route":
        yield Problem(drift.told(f"the route of {drift.owner}"), drift.at)
