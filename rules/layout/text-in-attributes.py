"""
The text of a component stands among its attributes.

HTML has no attribute of that name, so agents see no text: a tab stays without a label.

```json bad at='"textContent"'
{"comp": "span", "attributes": {"textContent": "Orders"}}
```

```json good
{"comp": "span", "textContent": "Orders"}
```

In one sample the product documentation prints it this way.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import moved

_KEY = "textContent"


@rule(
    "layout/text-in-attributes",
    on=Layout,
    severity="warning",
    catalogue=("dl:text-in-attributes",),
    sources=("help.webex.com ng08gqeb", "HTML Living Standard"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each text among attributes."""
    for component, name, value in layout.settings("attributes"):
        if name == _KEY and isinstance(value, str):
            yield Problem(
                f"'{_KEY}' is no attribute, so its text is not shown",
                component.place("attributes", _KEY).key(),
                help="write it beside 'comp' and 'attributes', not inside them",
                fix=_fix(component),
            )


def _fix(component: Component) -> Fix | None:
    edits = () if component.children else moved(component, ("attributes", _KEY), (_KEY,))
    return Fix("move it out of 'attributes'", edits) if edits else None
