"""
A widget is missing in one of the roles that do the same job.

Somebody may have added it to one role and forgotten the other. A supervisor who takes calls sees what `supervisorAgent` holds, and nothing of `agent` or `supervisor`.

```json bad at='"acme-orders"'
{
  "agent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}},
  "supervisor": {"area": {}},
  "supervisorAgent": {"area": {}}
}
```

```json good
{
  "agent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}},
  "supervisor": {"area": {}},
  "supervisorAgent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}}
}
```

Widgets are components that a script defines. The rule tells one that is missing in `supervisorAgent`, or that is nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import widgets

_BOTH = "supervisorAgent"


@rule(
    "layout/widget-missing-from-role",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:role-drift",),
    sources=("published layouts, some of them completed later",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each widget, at its first use."""
    roles = {role.name: role for role in layout.roles()}
    if _BOTH not in roles:
        return
    for widget in widgets(layout):
        having = list(dict.fromkeys(use.role.name for use in widget.uses))
        lacking = [role for name, role in roles.items() if name not in having]
        if lacking and (_BOTH not in having or having == [_BOTH]):
            missing = [roles[_BOTH]] if _BOTH not in having else lacking
            there = " and ".join(f"'{name}'" for name in having)
            not_there = " or ".join(f"'{role.name}'" for role in missing)
            yield Problem(
                f"'{widget.comp}' is in {there}, but not in {not_there}",
                widget.uses[0].place("comp"),
                also=tuple(Label(role.at.key(), "it is missing here") for role in missing),
                help="add it there, if these users are to have it",
            )
