"""
A component has a key that the Desktop does not read.

The Desktop passes over what it does not know, and shows no error: a script is not loaded, a class or a title has no effect.

```json bad at='"source"'
{"comp": "acme-orders", "source": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```json bad at='"class"'
{"comp": "div", "class": "acme-orders"}
```

```json good
{"comp": "div", "attributes": {"class": "acme-orders"}}
```

In one sample the product documentation prints `source`; the key is `script`. That unknown keys have no effect is concluded from the types of the Desktop: none of them occurs in a published layout.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import UnknownKey, unread_keys


@rule(
    "layout/unknown-component-key",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:node-unknown-key",),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such key, but for those that stand for a needed one."""
    for key in unread_keys(layout):
        if not key.stands_for_required:
            message = f"the Desktop reads no '{key.name}' in a component{_meant(key)}"
            yield Problem(message, key.component.place(key.name).key(), help=key.help, fix=key.fix)


def _meant(key: UnknownKey) -> str:
    return f"; did you mean '{key.told.write}'?" if key.told.write else ""
