"""
A component names an element that is not known, and no script brings it.

An element that is not there draws nothing, and the Desktop shows no error: agents find an empty place.

```json bad at='"agentx-wc-ifram"'
{"comp": "agentx-wc-ifram", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/"}}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/"}}
```

The list of elements is taken from the documentation, published layouts and the Momentum library, and new ones may be missing in it. A custom element of your own is told as `layout/component-without-script`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import (
    by_role,
    element_meant,
    has_fixed_name,
    is_builtin,
    known_elements,
    name_fault,
    sounds_builtin,
)


@rule(
    "layout/unknown-component",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:comp-unknown-builtin",),
    sources=("help.webex.com ng08gqeb", "@momentum-ui/web-components", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such element once a role, at its first use."""
    for comp, everywhere in layout.comps().items():
        if not comp or is_builtin(comp) or comp in known_elements() or name_fault(comp) not in {None, "no-hyphen"}:
            continue
        for uses in by_role(everywhere):
            if any("script" in use.members or has_fixed_name(use) for use in uses):
                continue
            meant = element_meant(comp)
            if meant or "-" not in comp or sounds_builtin(comp):
                yield _problem(uses, meant)


def _problem(uses: Sequence[Component], meant: str | None) -> Problem:
    comp, places = uses[0].comp, [use.place("comp") for use in uses]
    what = "the Desktop is not known to have an element" if "-" in comp else "HTML has no element"
    edits = tuple(Edit(place, "set", meant) for place in places)
    return Problem(
        f"{what} '{comp}'" + (f"; did you mean '{meant}'?" if meant else ""),
        places[0],
        also=tuple(Label(place, "and here") for place in places[1:]),
        help=f"write '{meant}'"
        if meant
        else "check the spelling; an element of your own needs a 'script' and a hyphen",
        fix=Fix(f"write '{meant}'", edits, safe=False) if meant else None,
    )
