"""
The Desktop's data has no part of this name, but one that is nearly called so.

There is nothing under the path, so the widget gets no value at all, and no error says so.

```json bad at='agents'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agents.agentId"}}
```

```json bad at='envVariables'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"urls": "$STORE.envVariables.serviceUrls"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId"}}
```

Upper and lower case count. The Desktop's own name for its environment is misspelt, `envVaribles`, and has to be written that way.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, closest, rule
from wxcc_lint.api.layout import store_references, store_roots, store_slip


@rule(
    "layout/misspelt-store-root",
    on=Layout,
    severity="error",
    catalogue=("dl:store-root-unknown", "dl:store-known-typo"),
    sources=("type declarations of the Desktop in @wxcc-desktop/sdk-types",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each part of the store that is near a known one."""
    for reference in store_references(layout):
        name = reference.names[0]
        if name in store_roots():
            continue
        slip = store_slip((name,))
        meant = slip.meant if slip else closest(name, store_roots())
        if meant:
            sure = slip is not None or meant.casefold() == name.casefold()
            yield Problem(
                f"the Desktop's data has no '{name}'; did you mean '{meant}'?",
                reference.root.at,
                help=f"write $STORE.{meant}" + (f"; {slip.note}" if slip and slip.note else ""),
                fix=Fix(f"write {meant}", (Edit(reference.root.at, "set", meant),), safe=sure),
            )
