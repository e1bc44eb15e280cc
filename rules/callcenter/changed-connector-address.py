"""
The adapter URL of Version 2 is not the vendor's.

Every tenant has the same address in every region; which region it is says an item of its own. Behind any other address the softphone is somebody else's page, or stays empty.

```xml bad at="https://desktop.wxcc-eu1.cisco.com/"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad at="/start.html"
<item name="reqAdapterUrl">https://wxcc-crmconnectors.ciscoccservice.com/start.html</item>
```

```xml good
<item name="reqAdapterUrl">https://wxcc-crmconnectors.ciscoccservice.com/salesforce/connector/v1/index.html</item>
```

The vendor's guide asks to leave it as published.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, rule
from wxcc_lint.api.callcenter import GENERAL, recognise
from wxcc_lint.api.hosts import host_of


@rule(
    "callcenter/changed-connector-address",
    on=CallCenter,
    severity="error",
    generations=("v2",),
    evidence="verified",
    catalogue=("cc:adapter-url-https", "cc:adapter-url-region", "cc:generation-mix"),
    sources=("published definition files of Version 2", "vendor's guide from Version 1 to Version 2"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare the adapter URL with the published one; the case of the host does not matter."""
    item = callcenter.item("reqAdapterUrl", GENERAL)
    fact = callcenter.fact(item) if item else None
    if item is None or fact is None or item.strays:
        return
    published = fact.default
    page = _page(item.value, published)
    if page == _page(published, published):
        return
    whole = Place(item.document, item.path)
    end = len(item.text.rstrip())
    at = whole.slice(end - len(page), end) if page else item.name_at if item.is_blank else item.at
    # Not safe: of an address that somebody chose it should be known why.
    fix = Fix(f"write {published}", (Edit(whole, "set", published),), safe=False)
    yield Problem(_message(callcenter.label_of(item), item), at, help=f"write {published}", fix=fix)


def _page(url: str, published: str) -> str | None:
    """Return what stands behind https and the published host, None for another beginning."""
    origin = f"https://{host_of(published)}"
    begins_well = url[: len(origin)].lower() == origin and host_of(url) == host_of(published)
    return url[len(origin) :] if begins_well else None


def _message(label: str, item: Item) -> str:
    known = recognise({}, None, item.value)
    if item.is_blank:
        return f"'{label}' is blank"
    if known == "v1":
        return f"'{label}' is the address of Version 1, but this is a file of Version 2"
    if known == "v2":
        return f"'{label}' is not the published address of the connector"
    return f"'{label}' does not lead to the connector of Webex Contact Center"
