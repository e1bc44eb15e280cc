"""
The adapter URL of Version 2 is not the vendor's.

Every tenant has the same address in every region; which region it is says an item of its own. Behind any other address the softphone is somebody else's page, or stays empty.

```xml bad at="https://desktop.wxcc-eu1.cisco.com/"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad at="https://wxcc-crmconnectors.ciscoccservice.com/"
<item name="reqAdapterUrl">https://wxcc-crmconnectors.ciscoccservice.com/</item>
```

```xml good
<item name="reqAdapterUrl">https://wxcc-crmconnectors.ciscoccservice.com/salesforce/connector/v1/index.html</item>
```

The vendor's guide asks to leave it as published.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import GENERAL, CallCenter, Edit, Fix, Place, Problem, host_of, recognise, rule


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
    if item is None or fact is None or item.strays or _same(item.value, fact.default):
        return
    label = callcenter.label_of(item)
    if item.is_blank:
        message = f"'{label}' is blank"
    elif recognise({}, None, item.value) == "v1":
        message = f"'{label}' is the address of Version 1, but this is a file of Version 2"
    elif host_of(item.value) == host_of(fact.default):
        message = f"'{label}' leads to another page than the published one"
    else:
        message = f"'{label}' does not lead to the connector of Webex Contact Center"
    # Not safe: of an address that somebody chose it should be known why.
    fix = Fix(f"write {fact.default}", (Edit(Place(item.document, item.path), "set", fact.default),), safe=False)
    at = item.name_at if item.is_blank else item.at
    yield Problem(message, at, help=f"write {fact.default}", fix=fix)


def _same(url: str, published: str) -> bool:
    origin = f"https://{host_of(published)}"
    return url[: len(origin)].lower() + url[len(origin) :] == published
