"""
An address leads to a playground or to samples.

Such files are there to be tried out. They change or go away without notice, and agents lose the widget that day.

```json bad at='half-open-door.glitch.me'
{"comp": "acme-orders", "script": "https://half-open-door.glitch.me/orders.js"}
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
    "layout/demo-host",
    on=Layout,
    severity="warning",
    profile="strict",
    evidence="inferred",
    sources=("the services themselves", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each service once, with all addresses that lead there."""
    for fact, addresses in hosts_of_kind(layout, "demo").items():
        yield Problem(
            f"'{addresses[0].host}' is for trying things out ({fact.of})",
            addresses[0].piece_at("host"),
            also=tuple(Label(again.piece_at("host"), "also here") for again in addresses[1:]),
            help="put the files on a web server of your own, and write its address",
        )
