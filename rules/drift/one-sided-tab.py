"""
A tab is only on one side.

Agents look for what was behind the tab during a call, or meet one that nobody told them about.

```json bad side=left at='{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "History"}]}'
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Notes"}]}, {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "History"}]}]}}}}
```

```json bad side=right
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Notes"}]}]}}}}
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
    "drift/one-sided-tab",
    on=Drift,
    severity="warning",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a tab or its panel that came or went."""
    if drift.aspect == "tab":
        yield Problem(drift.told(drift.owner), drift.at)
