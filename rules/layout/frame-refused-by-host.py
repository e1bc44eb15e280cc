"""
A frame shows a page that does not let itself be framed.

Such sites tell the browser to show their pages in no frame of another site. Agents see an empty box or a message of the browser, and no setting of the contact center changes that.

```json bad at='login.microsoftonline.com'
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://login.microsoftonline.com/common/oauth2/authorize"}}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://crm.acme.com/orders"}}
```

The list is short and holds sites that refuse every page, as people have reported them. Many others refuse too: open the page in a frame before you trust it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Place, Problem, rule
from wxcc_lint.api.hosts import host_of, unframed_hosts
from wxcc_lint.api.layout import Address


@rule(
    "layout/frame-refused-by-host",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:iframe-src-known-frame-denied",),
    sources=("reports in public issue trackers",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each framed page of a known host."""
    for address in layout.addresses():
        host = (host_of(address.url) if address.use == "frame" else None) or ""
        what = unframed_hosts().get(host)
        if what:
            yield Problem(
                f"{what} does not let itself be shown in a frame",
                _host_within(address, host),
                help="open the page in a tab of the browser, for example by a link",
            )


def _host_within(address: Address, host: str) -> Place:
    begin = address.at.within.start if address.at.within else 0
    start = address.url.lower().find(host)
    return address.at if start < 0 else address.at.slice(begin + start, begin + start + len(host))
