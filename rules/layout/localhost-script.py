"""
A script is loaded from the computer of whoever opens the Desktop.

Only the developer has a server there. For agents the widget stays empty, and nothing tells them why.

```json bad at='localhost'
{"comp": "acme-orders", "script": "http://localhost:5000/build/bundle.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

A layout may be meant for developers: in files that belong to environments for tests alone, such as `dev` or `staging`, nothing is said.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import hosts_of_kind, is_for_tests


@rule(
    "layout/localhost-script",
    on=Layout,
    severity="error",
    catalogue=("dl:script-localhost",),
    sources=("help.webex.com ng08gqeb", "RFC 6761", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such host once, with all scripts on it."""
    for fact, addresses in () if is_for_tests(layout) else hosts_of_kind(layout, "local").items():
        scripts = [address for address in addresses if address.use == "script"]
        if scripts:
            yield Problem(
                f"'{fact.domain}' is the computer of whoever opens the Desktop",
                scripts[0].piece_at("host"),
                also=tuple(Label(again.piece_at("host"), "also here") for again in scripts[1:]),
                help="put the bundle on a web server that all agents reach, and write its address",
            )
