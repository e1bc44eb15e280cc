"""
A script or a page is loaded without encryption.

The Desktop is an https page, and browsers load no script and no frame into it over http. The widget stays empty.

```json bad at='http:'
{"comp": "acme-orders", "script": "http://widgets.acme.com/orders/1.4.0/orders.js"}
```

```json bad at='http:'
{"comp": "agentx-wc-iframe", "attributes": {"src": "http://orders.acme.com/agents/"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule

_WHAT = {"script": "the script", "frame": "the page"}


@rule(
    "layout/insecure-content",
    on=Layout,
    severity="error",
    catalogue=("dl:insecure-url",),
    sources=("W3C Mixed Content", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such address. Where a port is named, https has another one, and there is no fix."""
    for address in layout.addresses():
        if address.use not in _WHAT or not address.is_insecure:
            continue
        scheme = address.piece_at("scheme")
        yield Problem(
            f"browsers block {_WHAT[address.use]} from '{address.host}', which is asked for over http",
            scheme,
            help="write https, and make sure that the server has it",
            fix=None if address.piece("port") else Fix("write https", (Edit(scheme, "set", "https:"),), safe=False),
        )
