"""
The adapter URL leads to a host that is no Agent Desktop.

The softphone shows whatever answers there, or nothing at all: agents cannot sign in and get no calls.

```xml bad at="desktop.wxcc-eu1.csico.com"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.csico.com/</item>
```

```xml bad at="wxcc-crmconnectors.ciscoccservice.com"
<item name="reqAdapterUrl">https://wxcc-crmconnectors.ciscoccservice.com/salesforce/connector/v1/index.html</item>
```

```xml good
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

The second example is the address of Version 2, which goes with the definition file of Version 2.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, closest, did_you_mean, rule
from wxcc_lint.api.callcenter import GENERAL, recognise
from wxcc_lint.api.hosts import blank_in, desktop_code, host_of, regions


@rule(
    "callcenter/foreign-adapter-host",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:adapter-url-region",),
    sources=("help.webex.com nhxw7kfb", "README of the vendor's definition file"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the host of an https adapter URL unless it has the shape of an Agent Desktop's."""
    item = callcenter.item("reqAdapterUrl", GENERAL)
    if item is None or not item.value.lower().startswith("https://"):
        return
    host = host_of(item.value)
    if host is None or desktop_code(item.value) is not None:
        return
    help_ = f"write https://desktop.wxcc-REGION.cisco.com/ with the region of your tenant: {', '.join(regions())}"
    if recognise({}, None, item.value) == "v2":
        message = f"'{callcenter.label_of(item)}' is the address of Version 2, but this is a file of Version 1"
        yield Problem(message, _host_at(item, host), help=f"{help_}; Version 2 has a definition file of its own")
        return
    known = [] if blank_in(item.value) else [region.host for region in regions().values()]
    message = f"'{host}' is not the host of an Agent Desktop{did_you_mean(host, known)}"
    yield Problem(message, _host_at(item, host), help=help_, fix=_fix(item, host, closest(host, known)))


def _host_at(item: Item, host: str) -> Place:
    start = item.text.lower().find(host)
    # A line break inside the host does not count in an address, so such a host stands nowhere in one piece.
    return Place(item.document, item.path).slice(start, start + len(host)) if start >= 0 else item.at


def _fix(item: Item, host: str, meant: str | None) -> Fix | None:
    before, found, after = item.value.lower().partition(host)
    if meant is None or not found:
        return None
    mended = before + meant + item.value[len(item.value) - len(after) :]
    return Fix(f"write {mended}", (Edit(Place(item.document, item.path), "set", mended),), safe=False)
