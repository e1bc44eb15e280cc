"""
An image, or an address handed to a widget, is without encryption.

The Desktop is an https page. Browsers ask for images over https instead, and show none where the server has no https. What a widget fetches over http, they block.

```json bad at='http:'
{"logo": "http://www.acme.com/logo.svg"}
```

```json bad at='http:'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"serviceUrl": "http://orders.acme.com/api"}}
```

```json good
{"logo": "https://www.acme.com/logo.svg"}
```

An address that a widget only shows as a link works all the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule


@rule(
    "layout/insecure-url",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:insecure-url",),
    sources=("W3C Mixed Content", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such address; scripts and frames are told by insecure-content."""
    for address in layout.addresses():
        if address.use in {"script", "frame"} or not address.is_insecure:
            continue
        scheme = address.piece_at("scheme")
        yield Problem(
            f"the address on '{address.host}' is without encryption",
            scheme,
            help="write https, and make sure that the server has it",
            fix=None if address.piece("port") else Fix("write https", (Edit(scheme, "set", "https:"),), safe=False),
        )
