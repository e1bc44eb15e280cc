"""
A property has a dash in its name.

Elements cannot declare a property with a dash; `phone-number` is how an attribute is written. The element does not see the value, and works without it.

```json bad at='"phone-number"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"phone-number": "$STORE.agentContact.taskSelected.ani"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"phone-number": "$STORE.agentContact.taskSelected.ani"}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import moved


@rule(
    "layout/dashed-property",
    on=Layout,
    severity="warning",
    evidence="inferred",
    sources=("published layouts", "Lit, attributes"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such property."""
    for component, name, _ in layout.settings("properties"):
        if "-" in name.strip("-"):
            yield Problem(
                f"'{name}' is how an attribute is written, and it stands in 'properties'",
                component.place("properties", name).key(),
                help="write it inside 'attributes', or use the name of the property, without the dash",
                fix=_fix(component, name),
            )


def _fix(component: Component, name: str) -> Fix | None:
    plain = isinstance(component.properties[name], str)
    edits = moved(component, ("properties", name), ("attributes", name)) if plain else ()
    return Fix("move it into 'attributes'", edits, safe=False) if edits else None
