"""
A tab opens another panel than before.

The first tab opens the first panel, the second the second, whatever stands on them. One of them has changed places without the other: agents click on one thing and get another.

```json bad side=left at='{"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}]}'
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]}, {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}]}, {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]}, {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}]}]}}}}
```

```json bad side=right
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]}, {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}]}, {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}]}, {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]}]}}}}
```

```json good side=left
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]}, {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]}]}}}}
```

```json good side=right
{"agent": {"area": {"panel": {"comp": "md-tabs", "children": [ {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]}, {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]}]}}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/panel-of-another-tab",
    on=Drift,
    severity="warning",
    sources=("code of md-tabs in @momentum-ui/web-components", "published layouts"),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a tab or panel that moved away from its partner."""
    if drift.aspect == "pairing":
        yield Problem(f"{drift.thing} {drift.pairing}", drift.at)
