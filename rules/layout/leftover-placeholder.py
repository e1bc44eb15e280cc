"""
A placeholder was not filled in.

Published layouts and samples leave places for your own host, number or key. As long as one stands there the widget calls a host that there is not, or dials with a number that is none.

```json bad at='<OutDialAniValue>'
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"outDialAni": "<OutDialAniValue>"}
}
```

```json bad at='my-cdn.com'
{"comp": "acme-orders", "script": "https://my-cdn.com/orders/1.4.0/orders.js"}
```

```json good
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"outDialAni": "+14155550100"}
}
```

The product documentation prints the hosts `my-cdn.com` and `abc.com`. A name in `${…}` is a variable of an environment and no placeholder. The same placeholder under the same name is told once, with all its places.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.hosts import placeholders
from wxcc_lint.api.layout import alike


@rule(
    "layout/leftover-placeholder",
    on=Layout,
    severity="warning",
    evidence="verified",
    catalogue=("dl:placeholder-value",),
    sources=("published layouts", "help.webex.com ng08gqeb", "RFC 2606"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each value with placeholders. Names of elements in brackets have a rule of their own."""
    for texts in alike(layout):
        name = texts[0].name
        found = placeholders(texts[0].value, name) if name != "comp" else ()
        if not found:
            continue
        places = [text.at.slice(one.start, one.end) for text in texts for one in found]
        yield Problem(
            f"'{name}' still holds the placeholder '{found[0].text}'",
            places[0],
            also=tuple(Label(place, "another one") for place in places[1:]),
            help=f"write what belongs there, or take '{name}' out if nothing needs it",
        )
