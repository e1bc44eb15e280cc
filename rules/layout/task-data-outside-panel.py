"""
A widget that is there without a task relies on the selected task.

In the header, on a page of its own and as an invisible widget it is drawn while no task is selected, and then gets nothing. An agent between two calls sees it empty or broken, unless it reckons with that.

```json bad at='"$STORE.agentContact.taskSelected.ani"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"ani": "$STORE.agentContact.taskSelected.ani"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"orgid": "$STORE.agent.orgId"}}
```

Widgets for the task at hand have their place in the panel beside it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.hosts import host_of, is_vendors
from wxcc_lint.api.layout import is_builtin, store_references

_PLACES: Final = {
    "header": "in the header",
    "advancedHeader": "in the header",
    "headless": "among the invisible widgets",
    "homepage": "on the home page",
    "navigation": "on a page of its own",
}
_TASK: Final = ("agentContact", "taskSelected")


@rule(
    "layout/task-data-outside-panel",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:store-task-outside-panel",),
    sources=("GitHub CiscoDevNet/webex-contact-center-widget-starter",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each path to the selected task outside the panel; widgets of the vendor know what to do."""
    for reference in store_references(layout):
        component = reference.text.component
        if component is None or component.area not in _PLACES or reference.names[:2] != _TASK:
            continue
        if not is_builtin(component.comp) and not is_vendors(host_of(component.script or "") or ""):
            yield Problem(
                f"'{component.comp}' stands {_PLACES[component.area]}, where a task is not always selected",
                reference.at,
                help="place the widget in the panel, or make sure that it does without a task",
            )
