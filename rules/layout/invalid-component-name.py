"""
The name of a component is one that no element can have.

A name has no blanks or slashes and begins with a letter, and the name of an element that a script brings has a hyphen. The browser refuses any other name, and the place stays empty.

```json bad at='"orders"'
{"comp": "orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```json bad at=' '
{"comp": "acme orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

The name is the one under which the script registers its element.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from wxcc_lint.api import Component, Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import has_fixed_name, name_fault, unfit_character

_TOLD_ELSEWHERE = ("<", ">", "{")
"""Angle brackets are told by bracketed-component-name; `{` belongs to a placeholder or a variable."""


@rule(
    "layout/invalid-component-name",
    on=Layout,
    severity="error",
    catalogue=("dl:comp-invalid-name",),
    sources=("HTML Living Standard, valid custom element names",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such name; one without a hyphen only where a script is to define it."""
    faulty = (uses for comp, uses in layout.comps().items() if name_fault(comp))
    for component in chain.from_iterable(faulty):
        fault = name_fault(component.comp)
        if has_fixed_name(component) or any(mark in component.comp for mark in _TOLD_ELSEWHERE):
            continue
        if fault == "characters":
            yield _unfit(component)
        elif fault == "no-hyphen" and component.script:
            yield Problem(
                f"'{component.comp}' has no hyphen, so no script can define it",
                component.place("comp"),
                help="write the name under which the script registers its element; it has a hyphen",
            )


def _unfit(component: Component) -> Problem:
    comp, at = component.comp, component.place("comp")
    index = unfit_character(comp) or 0
    what = "a blank" if comp[index].isspace() else f"'{comp[index]}'"
    begins = f"begins with {what}, and names of elements begin with a letter"
    bare = comp.strip()
    fix = Fix(f"write '{bare}'", (Edit(at, "set", bare),)) if bare and name_fault(bare) is None else None
    return Problem(
        f"'{comp}' {begins if index == 0 else f'has {what} in it, and no element has such a name'}",
        at.slice(index, index + 1),
        help=f"write '{bare}'" if fix else "write the name of the element: letters, digits and hyphens",
        fix=fix,
    )
