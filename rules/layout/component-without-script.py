"""
A custom element has no script that would bring it.

The browser knows a custom element once a script has defined it. This one is never defined: agents find an empty place, and there is no error.

```json bad at='"acme-orders"'
{"comp": "acme-orders", "properties": {"darkMode": "$STORE.app.darkMode"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"darkMode": "$STORE.app.darkMode"}}
```

One `script` in the same role is enough for all uses of the element.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Component, Label, Layout, Problem, rule
from wxcc_lint.api.layout import (
    by_role,
    element_meant,
    has_fixed_name,
    known_elements,
    name_fault,
    needs_script,
    sounds_builtin,
    unknown_keys,
)


@rule(
    "layout/component-without-script",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:custom-element-without-script",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such element once a role, at its first use; what seems misspelt is told by unknown-component."""
    for comp, everywhere in layout.comps().items():
        if not needs_script(comp) or name_fault(comp):
            continue
        bare = [uses for uses in by_role(everywhere) if not any(map(_has_script, uses))]
        if bare and (comp in known_elements() or not (element_meant(comp) or sounds_builtin(comp))):
            yield from (_problem(layout, uses) for uses in bare)


def _has_script(component: Component) -> bool:
    """Tell whether a script is given, be it under a wrong key; what stands at a fixed place is told by the schema."""
    if "script" in component.members or has_fixed_name(component):
        return True
    return any(key.told.write == "script" for key in unknown_keys(component))


def _problem(layout: Layout, uses: Sequence[Component]) -> Problem:
    comp = uses[0].comp
    elsewhere = next((one for one in layout.components(comp) if one.script), None)
    labels = [Label(use.place("comp"), "and here") for use in uses[1:]]
    if elsewhere is not None:
        labels.append(Label(elsewhere.place("script"), f"'{elsewhere.role.name}' loads it from here"))
    role = uses[0].role.name
    return Problem(
        f"no script brings the element '{comp}'" + (f" in '{role}'" if role else ""),
        uses[0].place("comp"),
        also=tuple(labels),
        help="add a 'script' with the https address that it is loaded from",
    )
