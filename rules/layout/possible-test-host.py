"""
An address may be one of a test system.

Agents then work with something that can change any day. The word has other meanings too: 'int' can be international, 'lab' a laboratory.

```json bad at='demo'
{"comp": "acme-orders", "script": "https://widgets-demo.acme.com/orders/1.4.0/orders.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import is_for_tests, systems_for_tests


@rule(
    "layout/possible-test-host",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="unverified",
    sources=("names of hosts in published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such host once, with all addresses on it; files that are for test systems may lead to them."""
    if is_for_tests(layout):
        return
    for host, found in systems_for_tests(layout, certain=False).items():
        first = found[0].word
        yield Problem(
            f"'{host}' may be a test system: '{first.word}'",
            found[0].at,
            also=tuple(Label(again.at, "also here") for again in found[1:]),
            help="if it is one, write the address of the production system",
        )
