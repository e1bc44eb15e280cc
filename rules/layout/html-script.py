"""
A script leads to a page.

Browsers do not run a page as a script. The widget stays empty.

```json bad at='orders.html'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.html"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule


@rule(
    "layout/html-script",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:script-html-page",),
    supersedes=("layout/unpinned-script",),
    sources=("HTML standard",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each script whose path ends like that of a page."""
    for address in layout.addresses():
        path = address.piece("path")
        if address.use == "script" and path.lower().endswith((".html", ".htm")) and not address.has_placeholder:
            begin = path.rindex("/") + 1
            yield Problem(
                f"'{path[begin:]}' is a page, not a script",
                address.piece_at("path", begin, len(path)),
                help="name the bundle, which ends in .js, or show the page in an agentx-wc-iframe",
            )
