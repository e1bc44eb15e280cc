"""
A script is loaded from a host that shows source text.

GitHub sends such files as plain text and tells browsers not to guess, so they do not run them. The widget stays empty.

```json bad at='raw.githubusercontent.com'
{"comp": "acme-orders", "script": "https://raw.githubusercontent.com/acme/orders/v1.4.0/orders.js"}
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
    "layout/raw-file-script",
    on=Layout,
    severity="error",
    sources=("GitHub's blog on its header nosniff, 2013", "WHATWG Fetch"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such host once, with all scripts on it."""
    for fact, addresses in hosts_of_kind(layout, "raw").items():
        scripts = [address for address in addresses if address.use == "script"]
        if scripts:
            yield Problem(
                f"browsers do not run scripts from '{scripts[0].host}' ({fact.of} sends them as plain text)",
                scripts[0].piece_at("host"),
                also=tuple(Label(again.piece_at("host"), "also here") for again in scripts[1:]),
                help="put the bundle on a web server of your own, and write its address",
            )
