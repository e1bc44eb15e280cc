"""
Something stands in another place among its neighbours.

Agents who go by position hit the tab or page beside it. Nothing else changes.

```json bad side=left at='{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Notes"}]}'
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Notes"}]}, {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "History"}]}, {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Offers"}]}]}}}}
```

```json bad side=right
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "History"}]}, {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Offers"}]}, {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Notes"}]}]}}}}
```

```json good side=left
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Notes"}]}]}}}}
```

```json good side=right
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [ {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Notes"}]}]}}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/order-changed",
    on=Drift,
    severity="info",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield what moved, and other sortOrders."""
    if drift.aspect == "order":
        yield Problem(drift.told(drift.thing), drift.at)
