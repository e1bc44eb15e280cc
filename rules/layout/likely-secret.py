"""
A value looks like a secret.

Each agent's browser loads the whole layout, so everybody who signs in can read it. A key or password in it can be used from anywhere, in nobody's name.

```json bad at='"9f86d081884c7d659a2feaa0c55ad015"'
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"apiKey": "9f86d081884c7d659a2feaa0c55ad015"}
}
```

```json good
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"orderId": "9f86d081884c7d659a2feaa0c55ad015", "accessToken": "$STORE.auth.accessToken"}
}
```

It is judged by the name and by the looks of the value. Ids, GUIDs and keys that are made for browsers, such as those of maps, are left alone. Ignore a finding where the value is meant to be seen, such as the token of an embedded report.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.hosts import likely_secret
from wxcc_lint.api.layout import alike


@rule(
    "layout/likely-secret",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:hardcoded-secret",),
    sources=("RFC 7519", "common names of keys and passwords"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each such value, with all its places."""
    for texts in alike(layout):
        name, value = texts[0].name, texts[0].value
        secret = likely_secret(name, value)
        if secret is None:
            continue
        is_whole = secret.end - secret.start == len(value)
        places = [text.at if is_whole else text.at.slice(secret.start, secret.end) for text in texts]
        yield Problem(
            f"'{name}' looks like {secret.what} in plain text",
            places[0],
            also=tuple(Label(place, "here as well") for place in places[1:]),
            help="let a server of yours keep it and answer the widget, and have it replaced",
        )
