"""
The style of a component is not an object.

The Desktop reads `style` as an object of CSS properties. From a text it takes nothing, so the widget has not the size or the colour that was meant.

```json bad at='"height: 100%"'
{"comp": "div", "style": "height: 100%"}
```

```json good
{"comp": "div", "style": {"height": "100%"}}
```

```json good
{"comp": "div", "attributes": {"style": "height: 100%"}}
```

A CSS text belongs into `attributes`. That the Desktop takes nothing from it elsewhere is concluded from the documented type.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Fix, Layout, Place, Problem, rule
from wxcc_lint.api.layout import moved


@rule(
    "layout/style-not-object",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:style-type",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each style of another type; objects among attributes are told by structured-attribute."""
    for component in layout.components_with("style"):
        style = component.members.get("style")
        if style is None or isinstance(style, dict):
            continue
        is_text = isinstance(style, str)
        yield Problem(
            "'style' is a text, and the Desktop reads an object here" if is_text else "'style' is not an object",
            _marked(component, style),
            help='move the CSS text into \'attributes\', or write an object such as {"height": "100%"}',
            fix=_fix(component) if is_text else None,
        )


def _marked(component: Component, style: object) -> Place:
    at = component.place("style")
    return at.slice(0, 1) if isinstance(style, list) else at


def _fix(component: Component) -> Fix | None:
    edits = moved(component, ("style",), ("attributes", "style"))
    return Fix("move it into 'attributes'", edits, safe=False) if edits else None
