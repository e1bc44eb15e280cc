"""
A part of the Desktop's data has no member of this name, as far as is known.

The widget then gets no value at all, and no error says so. A few members may exist that nobody has published.

```json bad at='featuresFlags'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"flags": "$STORE.app.featuresFlags"}}
```

```json bad at='orgId'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"orgId": "$STORE.auth.orgId"}}
```

```json bad at='shoeSize'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"size": "$STORE.agent.shoeSize"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"flags": "$STORE.app.featureFlags", "orgId": "$STORE.agent.orgId"}}
```

The product documentation prints `featuresFlags`; the Desktop has `featureFlags`. The Desktop's own name for the IVR transcript is misspelt, `ivrTransctipt`, and has to be written that way. What stands below a member is not checked.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, closest, rule
from wxcc_lint.api.layout import Reference, store_references, store_roots, store_slip, was_in_store


@rule(
    "layout/unknown-store-member",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:store-member-unknown", "dl:store-known-typo"),
    sources=("type declarations of the Desktop in @wxcc-desktop/sdk-types", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each member that is not declared; of parts whose members nobody has listed, none."""
    for reference in store_references(layout):
        root = store_roots().get(reference.names[0])
        if root is None or not root.members or len(reference.names) == 1:
            continue
        name = reference.names[1]
        if name not in root.members and not was_in_store(reference.names):
            yield _problem(reference, name, closest(name, root.members))


def _problem(reference: Reference, name: str, near: str | None) -> Problem:
    root, member = reference.names[0], reference.steps[1]
    message = f"'{name}' is no known member of '$STORE.{root}'"
    slip = store_slip(reference.names)
    if slip is None and near is None:
        return Problem(message, member.at, help=f"write a member that '$STORE.{root}' has")
    meant = slip.meant if slip else f"{root}.{near}"
    renamed = zip(reference.steps, meant.split("."), strict=False)
    edits = tuple(Edit(step.at, "set", new) for step, new in renamed if step.name != new)
    sure = slip.misprint if slip else meant.casefold() == f"{root}.{name}".casefold()
    return Problem(
        f"{message}; did you mean '$STORE.{meant}'?",
        member.at,
        help=f"write $STORE.{meant}" + (f"; {slip.note}" if slip and slip.note else ""),
        fix=Fix(f"write $STORE.{meant}", edits, safe=sure),
    )
