"""
A path into the Desktop's data begins with something other than `$STORE.`.

The Desktop takes such a value for plain text. The widget gets the words of the path in place of the agent's id, name or token.

```json bad at='STORE.'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "STORE.agent.agentId"}}
```

```json bad at='"${STORE.agent.agentId}"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "${STORE.agent.agentId}"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId"}}
```

Upper and lower case count: `$Store.` and `$store.` are plain text as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import misspelt_references


@rule(
    "layout/misspelt-store-marker",
    on=Layout,
    severity="error",
    catalogue=("dl:store-syntax",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each text that a part of the store follows, as in a reference, behind another marker."""
    for reference in misspelt_references(layout):
        fix = Fix(f"write {reference.meant}", (Edit(reference.whole, "set", reference.meant),))
        yield Problem(
            f"'{reference.written}' is plain text to the Desktop: its data begins with '$STORE.'",
            reference.at,
            help=f"write {reference.meant}",
            fix=fix if reference.is_replaceable else None,
        )
