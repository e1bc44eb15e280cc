"""
The same setting of an element is a text in one place, and true, false or a number in another.

In `properties` an element gets the value as it is written, and the text `false` counts as true. One of the two places does not do what was meant.

```json bad at='"false"'
{
  "id": "acme-orders-page",
  "widgets": {
    "left": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"compact": true}},
    "right": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"compact": "false"}}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

```json good
{
  "id": "acme-orders-page",
  "widgets": {
    "left": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"compact": "true"}},
    "right": {"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"compact": "false"}}
  },
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}}
}
```

Many widgets, the Salesforce connector among them, want the texts `true` and `false`: a text in all places is right.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Literal

from wxcc_lint.api import Label, Layout, Place, Problem, rule
from wxcc_lint.api.layout import is_boolean_attribute

_NUMBER = re.compile(r"-?\d+(\.\d+)?")


@rule(
    "layout/inconsistently-quoted-value",
    on=Layout,
    severity="warning",
    evidence="inferred",
    supersedes=("layout/attribute-not-text",),
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one place for each setting of an element: in `attributes` one without quotes, in `properties` one in quotes."""
    holders: tuple[Literal["attributes", "properties"], ...] = ("attributes", "properties")
    for holder in holders:
        in_quotes = holder == "properties"
        wrong = _places(layout, holder, in_quotes=in_quotes)
        right = _places(layout, holder, in_quotes=not in_quotes) if wrong else {}
        for setting, places in wrong.items():
            if setting in right:
                yield _problem(setting[0], setting[1], places, right[setting])


def _places(
    layout: Layout, holder: Literal["attributes", "properties"], *, in_quotes: bool
) -> Mapping[tuple[str, str, str], Sequence[Place]]:
    """Return where each setting has such a value: by element, name, and the type that the value is without quotes."""
    found: dict[tuple[str, str, str], list[Place]] = {}
    for use, name, value in layout.settings(holder):
        kind = _kind(value) if isinstance(value, str) == in_quotes else ""
        if kind and use.comp and not is_boolean_attribute(use.comp, name):
            found.setdefault((use.comp, name, kind), []).append(use.place(holder, name))
    return found


def _kind(value: Any) -> str:
    text = value if isinstance(value, str) else json.dumps(value)
    return "boolean" if text in {"true", "false"} else "number" if _NUMBER.fullmatch(text) else ""


def _problem(comp: str, name: str, wrong: Sequence[Place], right: Sequence[Place]) -> Problem:
    return Problem(
        f"'{name}' of '{comp}' stands in quotes in one place and without them in another",
        wrong[0],
        also=(Label(right[0], "the other way"), *(Label(place, "and here") for place in wrong[1:])),
        help="write it in the same way in all places: the way that the element reads",
    )
