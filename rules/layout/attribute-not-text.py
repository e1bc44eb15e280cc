"""
An attribute holds a value that is no text.

HTML attributes are texts, and `true`, `16` or `null` arrives as the word. Most elements read it as it was meant, and published layouts have `true` in places; a text shows what arrives.

```json bad at='16'
{"comp": "img", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/orders.png", "width": 16}}
```

```json good
{"comp": "img", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/orders.png", "width": "16"}}
```

An attribute such as `persist-selection`, which is on by being there, may be `true`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import is_boolean_attribute


@rule(
    "layout/attribute-not-text",
    on=Layout,
    severity="info",
    profile="pedantic",
    catalogue=("dl:attribute-nonstring",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each number, boolean and null; objects and lists are told by structured-attribute."""
    for component, name, value in layout.settings("attributes"):
        if isinstance(value, str) or (value is True and is_boolean_attribute(component.comp, name)):
            continue
        if isinstance(value, dict | list):
            continue
        text, at = json.dumps(value), component.place("attributes", name)
        is_number = isinstance(value, int | float) and not isinstance(value, bool)
        yield Problem(
            f"'{name}' is {text}, and attributes are texts",
            at,
            help="leave it out" if value is None else f"write '{text}' in double quotes, or use 'properties'",
            fix=Fix("put it in quotes", (Edit(at, "set", text),), safe=is_number) if value is not None else None,
        )
