"""
A widget is set up differently from role to role.

That may be meant. Or somebody changed a setting in one role and forgot the other, and its users work with the old one.

```json bad at='"false"'
{
  "agent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"open-on-call": "true"}}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}},
  "supervisor": {"area": {}},
  "supervisorAgent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"open-on-call": "false"}}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}}
}
```

```json good
{
  "agent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"open-on-call": "true"}}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}},
  "supervisor": {"area": {}},
  "supervisorAgent": {"area": {"headless": {
    "id": "headless",
    "widgets": {"orders": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"open-on-call": "true"}}},
    "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
  }}}
}
```

The rule compares `attributes` and `properties` of a component that a script defines and that stands once in the same area of each role.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Component, Label, Layout, Problem, rule
from wxcc_lint.api.layout import Widget, differing_settings, twins, whereabouts, widgets


@rule(
    "layout/settings-differ-between-roles",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:role-drift",),
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each widget and area, in the first role that has other settings than the one before all."""
    for widget in widgets(layout):
        for uses in twins(widget):
            problem = _first_difference(widget, uses)
            if problem:
                yield problem


def _first_difference(widget: Widget, uses: Sequence[Component]) -> Problem | None:
    first, *others = uses
    for other in others:
        settings = differing_settings(widget, first, other)
        if settings:
            names = ", ".join(f"'{name}'" for _, name in settings)
            main, *more = [_label(one, *setting) for setting in settings for one in (other, first)]
            return Problem(
                f"'{widget.comp}' is set up otherwise in {whereabouts(first)}: {names}",
                main.place,
                also=tuple(more),
                help="write the same in both roles, unless the difference is meant",
            )
    return None


def _label(component: Component, group: str, name: str) -> Label:
    """Return where a setting stands; of one that is not there the component's name."""
    known = component.attributes if group == "attributes" else component.properties
    if name in known:
        return Label(component.place(group, name), f"'{name}' in {whereabouts(component)}")
    return Label(component.place("comp"), f"{whereabouts(component)} has no '{name}'")
