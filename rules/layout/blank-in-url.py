"""
An address has blanks around it, or a stray one inside.

Browsers forgive blanks around an address, but not every widget does: one that compares addresses or puts them together fails. Inside the host, no browser finds the server; beside a slash, the server has no such file. Some published files have a blank before the address.

```json bad at=' '
{"comp": "acme-orders", "script": " https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```json bad at=' '
{"comp": "acme-orders", "script": "https://widgets.acme.com/ orders/1.4.0/orders.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Place, Problem, rule
from wxcc_lint.api.layout import Address

_INSIDE = re.compile(r"(?:https?:)?//[^/?#\s]*(\s+)[^/?#\s]*/|[^?#]*?(?:(?<=/)(\s+)|(\s+)(?=/))", re.IGNORECASE)
"""Blanks in the host, behind a slash, or before one."""


@rule(
    "layout/blank-in-url",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:script-url-invalid",),
    sources=("WHATWG URL", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each address with blanks around it, else with one inside; texts that only begin like one are left alone."""
    for address in layout.addresses():
        if not address.url.strip() or address.has_placeholder:
            continue
        around = [address.part(*span) for span in _around(address.url) if span[0] < span[1]]
        inside = None if around else _inside(address)
        if around:
            yield _problem("there are blanks around the address", around, safe=True)
        elif inside:
            yield _problem("there is a blank inside the address", [inside], safe=False)


def _around(url: str) -> tuple[tuple[int, int], tuple[int, int]]:
    return (0, len(url) - len(url.lstrip())), (len(url.rstrip()), len(url))


def _inside(address: Address) -> Place | None:
    match = None if address.use == "other" else _INSIDE.match(address.url)
    return address.part(*match.span(match.lastindex or 0)) if match else None


def _problem(message: str, blanks: list[Place], *, safe: bool) -> Problem:
    edits = tuple(Edit(blank, "set", "") for blank in blanks)
    return Problem(message, blanks[0], help="take them out", fix=Fix("take the blanks out", edits, safe=safe))
