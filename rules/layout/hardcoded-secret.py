"""
A secret stands in the layout.

Each agent's browser loads the whole layout, so everybody who signs in can read it; so can everybody who has the file. It has to count as known.

```json bad at='9f86d081884c7d659a2feaa0c55ad015'
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"header": "Bearer 9f86d081884c7d659a2feaa0c55ad015"}
}
```

```json good
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://orders.acme.com/api"}
}
```

Only what cannot be anything else is told here: private keys, bearer tokens, passwords in addresses, and keys that show who issued them.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.hosts import known_secret
from wxcc_lint.api.layout import alike


@rule(
    "layout/hardcoded-secret",
    on=Layout,
    severity="error",
    evidence="verified",
    catalogue=("dl:hardcoded-secret",),
    sources=("RFC 6750", "RFC 3986", "formats that the issuers document", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first secret of each value, with all places of that value."""
    for texts in alike(layout):
        secret = known_secret(texts[0].value)
        if secret:
            places = [text.at.slice(secret.start, secret.end) for text in texts]
            yield Problem(
                f"'{texts[0].name}' holds {secret.what}",
                places[0],
                also=tuple(Label(place, "here as well") for place in places[1:]),
                help="take it out, have its issuer replace it, and let a server of yours use it for the widget",
            )
