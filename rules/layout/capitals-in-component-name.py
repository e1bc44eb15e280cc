"""
The name of a component has capitals.

Names of elements are written in lower case, and no script can register one with capitals. Whether the Desktop lowers them is not documented; if it does not, the place stays empty.

```json bad at='M'
{"advancedHeader": [{"comp": "agentx-state-selector"}, {"comp": "acme-Menu", "script": "https://widgets.acme.com/menu/1.4.0/menu.js"}]}
```

```json good
{"advancedHeader": [{"comp": "agentx-state-selector"}, {"comp": "acme-menu", "script": "https://widgets.acme.com/menu/1.4.0/menu.js"}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import has_fixed_name, is_builtin, name_fault


@rule(
    "layout/capitals-in-component-name",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:comp-invalid-name",),
    sources=("HTML Living Standard, valid custom element names",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first capital of each such name."""
    named = (uses for comp, uses in layout.comps().items() if name_fault(comp) == "capitals")
    for component in chain.from_iterable(named):
        comp, at = component.comp, component.place("comp")
        if has_fixed_name(component):
            continue
        first = next(index for index, letter in enumerate(comp) if letter != letter.lower())
        lower = comp.lower()
        known = is_builtin(lower) or ("-" in lower and component.script)
        yield Problem(
            f"'{comp}' has capitals, and names of elements are written in lower case",
            at.slice(first, first + 1),
            help=f"write '{lower}'",
            fix=Fix(f"write '{lower}'", (Edit(at, "set", lower),), safe=False) if known else None,
        )
