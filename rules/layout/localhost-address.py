"""
A page, an image or a library is loaded from the computer of whoever opens the Desktop.

Only the developer has a server there. Agents see an empty frame or a broken image, or the widget lacks its library.

```json bad at='localhost'
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://localhost:8443/orders/"}}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://orders.acme.com/agents/"}}
```

An address of a service on the agent's own computer, such as `https://localhost:9443/softphone`, can be meant, and is left alone in attributes and properties.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import Address, hosts_of_kind, is_for_tests


@rule(
    "layout/localhost-address",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:script-localhost",),
    sources=("RFC 6761",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such host once; scripts are told by localhost-script."""
    for fact, addresses in () if is_for_tests(layout) else hosts_of_kind(layout, "local").items():
        loaded = [address for address in addresses if _is_loaded(address)]
        if loaded:
            yield Problem(
                f"'{fact.domain}' is the computer of whoever opens the Desktop",
                loaded[0].piece_at("host"),
                also=tuple(Label(again.piece_at("host"), "also here") for again in loaded[1:]),
                help="write the address of a web server that all agents reach",
            )


def _is_loaded(address: Address) -> bool:
    is_file = address.use == "other" and address.piece("path").lower().endswith((".js", ".mjs", ".css"))
    return is_file or address.use in {"frame", "image"}
