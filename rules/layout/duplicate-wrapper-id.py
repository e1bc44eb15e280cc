"""
Two frames of a role have the same id.

A widget changes the title of its frame by an event with that id. With one id for two frames the title of the wrong widget may change.

```json bad at='"acme-orders"'
{
  "id": "acme-orders-page",
  "widgets": {
    "left": {"comp": "div", "wrapper": {"title": "Orders", "id": "acme-orders"}},
    "right": {"comp": "div", "wrapper": {"title": "Invoices", "id": "acme-orders"}}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

```json good
{
  "id": "acme-orders-page",
  "widgets": {
    "left": {"comp": "div", "wrapper": {"title": "Orders", "id": "acme-orders"}},
    "right": {"comp": "div", "wrapper": {"title": "Invoices", "id": "acme-invoices"}}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Label, Layout, Problem, rule


@rule(
    "layout/duplicate-wrapper-id",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:wrapper-id-duplicate",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each id that another frame of the same role has before it."""
    first: dict[tuple[str | None, str], Component] = {}
    for component in layout.components_with("wrapper"):
        name = component.wrapper.get("id")
        if not isinstance(name, str) or not name.strip():
            continue
        other = first.setdefault((component.role.name, name), component)
        if other is not component:
            yield Problem(
                f"two frames have the id '{name}'",
                component.place("wrapper", "id"),
                also=(Label(other.place("wrapper", "id"), "the other one"),),
                help="give each frame an id of its own, and use it in the event of its widget",
            )
