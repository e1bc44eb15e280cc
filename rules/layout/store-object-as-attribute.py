"""
An object or a list of the Desktop's data is handed over as an attribute.

Attributes of HTML are texts. What the widget most likely gets is `[object Object]`, so it shows nothing of it; as a property it gets the data themselves.

```json bad at='"$STORE.agentContact.taskSelected"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"task": "$STORE.agentContact.taskSelected"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"task": "$STORE.agentContact.taskSelected"}, "attributes": {"orgid": "$STORE.agent.orgId"}}
```

Nobody has published how the Desktop writes an object into an attribute.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import Reference, is_builtin, kind_in_store, store_references

_WORDS = {"object": "an object", "list": "a list"}


@rule(
    "layout/store-object-as-attribute",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:store-object-in-attribute",),
    sources=("help.webex.com ng08gqeb", "type declarations of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each object in the attributes of a widget that is not the Desktop's own."""
    for reference in store_references(layout):
        component, what = reference.text.component, _WORDS.get(kind_in_store(reference.names))
        if what is None or component is None or is_builtin(component.comp) or not reference.is_whole:
            continue
        match reference.text.inside:
            case ("attributes", str(name)):
                yield Problem(
                    f"'$STORE.{reference.path}' is {what}, and the attribute '{name}' is a text",
                    reference.at,
                    help="hand it over under properties",
                    fix=_move(component, name, reference),
                )


def _move(component: Component, name: str, reference: Reference) -> Fix | None:
    """Return how to make a property of it; None where the property has another name, or is there already."""
    if "-" in name or name in component.properties:
        return None
    has_properties = "properties" in component.members
    if has_properties and not isinstance(component.members["properties"], dict):
        return None
    value = reference.text.value
    place = component.place("properties", name) if has_properties else component.place("properties")
    added = Edit(place, "insert", value if has_properties else {name: value})
    return Fix(f"make '{name}' a property", (Edit(reference.text.at, "remove"), added), safe=False)
