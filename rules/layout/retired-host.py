"""
A connector is loaded from a host that the vendor has left.

The vendor's later layouts for the same connectors load from another host. What is left on this one is old, and nobody promises that it stays. Whether it still answers was not tried.

```json bad at='d390gzw4ok28px.cloudfront.net'
{"comp": "agentx-custom-desktop", "script": "https://d390gzw4ok28px.cloudfront.net/zendesk/v1.2.0/dist/index.js"}
```

```json good
{"comp": "agentx-custom-desktop", "script": "https://cx-crmconnector.ciscoccservice.com/zendesk/v1.2.0/dist/index.js"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import hosts_of_kind


@rule(
    "layout/retired-host",
    on=Layout,
    severity="warning",
    catalogue=("cc:layout-nonprod-cdn",),
    sources=("published layouts before and after 2023-06-30",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such host once, with all addresses on it."""
    for fact, addresses in hosts_of_kind(layout, "retired").items():
        yield Problem(
            f"the vendor moved its connectors away from '{addresses[0].host}' in {fact.since}",
            addresses[0].piece_at("host"),
            also=tuple(Label(again.piece_at("host"), "also here") for again in addresses[1:]),
            help=f"take over the addresses of the vendor's newest layout for this CRM, which are on {fact.now}",
        )
