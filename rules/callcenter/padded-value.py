"""A value has blanks or line breaks around it.

Settings reach the connector as they are. With a blank too much, a status, field or variable is another name, and is not found when the call comes in.

```xml bad at=" Not Ready"
<item name="defaultOmniStateForCall"> Not Ready</item>
```

```xml good
<item name="defaultOmniStateForCall">Not Ready</item>
```

Mappings, the subject template and the display name are left alone: blanks do no harm there.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule

_TOLERANT = frozenset({"text", "date-format", "template", "mapping", "conditional"})
"""Types of values in which blanks at the ends are harmless."""


@rule(
    "callcenter/padded-value",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:value-whitespace",),
    sources=("concluded from how settings are handed over as texts",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at values that must match something; blank ones and those with elements in them are told by other rules."""
    for item in callcenter.items():
        fact = callcenter.fact(item)
        if fact is None or fact.type in _TOLERANT or item.is_blank or item.text == item.value or item.strays:
            continue
        place = Place(item.document, item.path)
        around = "line breaks" if "\n" in item.text else "blanks"
        yield Problem(
            f"'{callcenter.label_of(item)}' is '{item.value}' with {around} around it",
            place,
            help=f"write '{item.value}' right between the two tags",
            fix=Fix(f"remove the {around} around '{item.value}'", (Edit(place, "set", item.value),)),
        )
