"""
The header has one of the Desktop's own icons twice.

There is one notification centre, one outdial, one state. A second icon takes the space of another one, which then moves into the drop-down.

```json bad at='"agentx-outdial"'
{"advancedHeader": [{"comp": "agentx-outdial"}, {"comp": "agentx-state-selector"}, {"comp": "agentx-outdial"}]}
```

```json good
{"advancedHeader": [{"comp": "agentx-outdial"}, {"comp": "agentx-state-selector"}]}
```

Two that are shown under different `visibility` tags are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import header_components, in_header, is_outermost


@rule(
    "layout/repeated-header-icon",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:advanced-header-duplicate",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each further one. One that is the same in every member can be taken out without a loss."""
    for role in layout.roles():
        firsts: dict[tuple[str, str | None], Component] = {}
        for component in in_header(layout, role, "advancedHeader"):
            first = firsts.setdefault((component.comp, component.visibility), component)
            if first is component or component.comp not in header_components():
                continue
            remove = Edit(component.at, "remove")
            same = component.members == first.members
            yield Problem(
                f"'{component.comp}' is in the header twice",
                component.place("comp"),
                also=(Label(first.place("comp"), "here already"),),
                help="keep one of them, at the place the icon should have",
                fix=Fix("remove the second one", (remove,), safe=same) if is_outermost(component) else None,
            )
