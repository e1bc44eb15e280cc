"""
Two attributes of a component differ only in upper and lower case.

In HTML that is one attribute. The last of the two wins, and the value of the other is lost.

```json bad at='"darkmode"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"darkMode": "$STORE.app.darkMode", "darkmode": "true"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"darkmode": "$STORE.app.darkMode"}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule


@rule(
    "layout/attributes-differing-in-case",
    on=Layout,
    severity="warning",
    catalogue=("dl:attribute-case-collision",),
    sources=("HTML Living Standard, attributes",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each attribute that has another one's name but for its case."""
    for component in layout.components_with("attributes"):
        if len(component.attributes) < 2:  # noqa: PLR2004 — it takes two to differ
            continue
        first: dict[str, str] = {}
        for name in component.attributes:
            other = first.setdefault(name.lower(), name)
            if other != name:
                yield Problem(
                    f"'{other}' and '{name}' are one attribute in HTML",
                    component.place("attributes", name).key(),
                    also=(Label(component.place("attributes", other).key(), "the same attribute"),),
                    help="keep one of them",
                )
