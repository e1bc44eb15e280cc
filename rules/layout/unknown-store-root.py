"""
The Desktop's data has no part of this name.

There is nothing under the path, so the widget gets no value at all, and no error says so. The known parts are those of the Desktop of May 2026: one that is newer is not a mistake.

```json bad at='salesforce'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"userId": "$STORE.salesforce.userId"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId"}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, closest, rule
from wxcc_lint.api.layout import store_references, store_roots, store_slip


@rule(
    "layout/unknown-store-root",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:store-root-unknown",),
    sources=("type declarations of the Desktop in @wxcc-desktop/sdk-types",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each part of the store that is unknown, and near no known one: those are told by misspelt-store-root."""
    documented = ", ".join(root.name for root in store_roots().values() if root.documented)
    for reference in store_references(layout):
        name = reference.names[0]
        if name not in store_roots() and not store_slip((name,)) and not closest(name, store_roots()):
            yield Problem(
                f"'{name}' is no known part of the Desktop's data",
                reference.root.at,
                help=f"the documented parts are {documented}",
            )
