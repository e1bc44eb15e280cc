"""
A visibility tag has a successor.

`NOT_RESPONSIVE` still hides a widget in small windows, and the product documentation has replaced it by `responsive`. With it the place for a real tag is free again.

```json bad at='"NOT_RESPONSIVE"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "visibility": "NOT_RESPONSIVE"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "responsive": false}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import visibility_tags


@rule(
    "layout/outdated-visibility",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:visibility-deprecated",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such tag."""
    for component in layout.components_with("visibility"):
        tag = component.visibility
        if tag and visibility_tags().get(tag) == "deprecated":
            yield Problem(
                f"'{tag}' is the old way to hide something in small windows",
                component.place("visibility"),
                help="write 'responsive': false instead",
                fix=_fix(component),
            )


def _fix(component: Component) -> Fix:
    """Put `responsive` in the place of the tag; where `responsive` says otherwise, somebody has to look."""
    at, said = component.place("visibility"), component.members.get("responsive")
    if said is False:
        return Fix("take the tag away", (Edit(at, "remove"),))
    if "responsive" in component.members:
        edits = (Edit(at, "remove"), Edit(component.place("responsive"), "set", value=False))
        return Fix("set 'responsive' to false", edits, safe=False)
    return Fix("write 'responsive': false", (Edit(at, "rename", "responsive"), Edit(at, "set", value=False)))
