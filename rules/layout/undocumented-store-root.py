"""
A widget relies on a part of the Desktop's data that is not documented.

The Desktop has it today. Nothing promises that it has it after its next release, and then the widget gets no value.

```json bad at='routing'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"route": "$STORE.routing.currentRoute"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId"}}
```

Documented are `agent`, `agentContact`, `app`, `auth`, `generalNotifications` and `dynamic`. The Desktop's own widgets may use the others.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import is_builtin, store_references, store_roots


@rule(
    "layout/undocumented-store-root",
    on=Layout,
    severity="info",
    profile="pedantic",
    catalogue=("dl:store-root-undocumented",),
    sources=("developer.webex.com", "type declarations of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each known part that the developer documentation does not list."""
    for reference in store_references(layout):
        root = store_roots().get(reference.names[0])
        component = reference.text.component
        if root is not None and not root.documented and not (component and is_builtin(component.comp)):
            yield Problem(
                f"'{root.name}' is not among the documented parts of the Desktop's data",
                reference.root.at,
                help="look for the same value in a documented part",
            )
