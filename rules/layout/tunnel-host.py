"""
An address leads through a tunnel to somebody's computer.

Tunnels are for trying things out. This one works as long as that computer runs, and its address may belong to somebody else tomorrow, whose script then runs in the agents' session.

```json bad at='acme-orders.eu.ngrok.io'
{"comp": "acme-orders", "script": "https://acme-orders.eu.ngrok.io/build/bundle.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import hosts_of_kind


@rule(
    "layout/tunnel-host",
    on=Layout,
    severity="warning",
    catalogue=("dl:script-localhost",),
    sources=("the services themselves", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each service once, with all addresses that go through it."""
    for fact, addresses in hosts_of_kind(layout, "tunnel").items():
        yield Problem(
            f"'{addresses[0].host}' is a tunnel to somebody's computer ({fact.of})",
            addresses[0].piece_at("host"),
            also=tuple(Label(again.piece_at("host"), "also here") for again in addresses[1:]),
            help="put the files on a web server of your own, and write its address",
        )
