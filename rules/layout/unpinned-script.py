"""
The address of a script does not say which version it is.

Whoever changes the file behind it changes the Desktop of all agents, and nobody sees it in the layout.

```json bad at='latest'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/latest/orders.js"}
```

```json bad at='orders.js'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/orders.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

The vendor's own hosts are left alone: there the vendor decides on the version.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Layout, Place, Problem, rule
from wxcc_lint.api.hosts import host_fact, is_vendors
from wxcc_lint.api.layout import Address

_MOVING = re.compile(r"(?<=[/@.-])(?:latest|main|master|next)(?=[/@.-]|$)", re.IGNORECASE)
_VERSION = re.compile(r"\d+\.\d|(?<![a-z0-9])v\d|[?&]v(?:er(?:sion)?)?=|\d{6}", re.IGNORECASE)
_HASH = re.compile(r"(?<![a-z0-9])(?=[a-f]*\d)[0-9a-f]{7,}(?![a-z0-9])", re.IGNORECASE)


@rule(
    "layout/unpinned-script",
    on=Layout,
    severity="info",
    profile="pedantic",
    evidence="inferred",
    catalogue=("dl:script-unpinned",),
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each script on a host of one's own whose path has a moving word, or nothing like a version."""
    for address in layout.addresses():
        if address.use == "script" and _could_say(address):
            at = _place(address)
            if at is not None:
                yield Problem(
                    f"the address of '{_owner(address)}' does not say which version it loads",
                    at,
                    help="put each version under an address of its own, and name one here",
                )


def _could_say(address: Address) -> bool:
    """Tell whether the address is one of a server of one's own: of other hosts, other rules have more to say."""
    if not address.host or address.has_placeholder or is_vendors(address.host):
        return False
    return host_fact(address.host, address.piece("path")) is None


def _owner(address: Address) -> str:
    return address.text.component.comp if address.text.component else ""


def _place(address: Address) -> Place | None:
    path = address.piece("path")
    moving = _MOVING.search(path)
    if moving:
        return address.piece_at("path", *moving.span())
    if _VERSION.search(address.url) or _HASH.search(address.url):
        return None
    return address.piece_at("path", path.rfind("/") + 1, len(path)) if path.strip("/") else address.piece_at("host")
