"""
The adapter URL names a region that is not known.

Unless Webex Contact Center has opened this region since, no Agent Desktop answers there, and the softphone stays empty.

```xml bad at="us01"
<item name="reqAdapterUrl">https://desktop.wxcc-us01.cisco.com/</item>
```

```xml good
<item name="reqAdapterUrl">https://desktop.wxcc-us1.cisco.com/</item>
```

If the region is new, ignore this finding with a reason, and please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, closest, did_you_mean, rule
from wxcc_lint.api.callcenter import GENERAL
from wxcc_lint.api.hosts import desktop_code, regions


@rule(
    "callcenter/unknown-region",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:adapter-url-region",),
    sources=("help.webex.com nhxw7kfb", "README of the vendor's definition file"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the region's code in an https adapter URL of the right shape unless it is known."""
    item = callcenter.item("reqAdapterUrl", GENERAL)
    code = desktop_code(item.value) if item else None
    if item is None or code is None or code in regions() or not item.value.lower().startswith("https://"):
        return
    start = item.text.lower().find(f"-{code}.") + 1
    whole = Place(item.document, item.path)
    meant = closest(code, regions())
    fix = None
    if meant:
        url = regions()[meant].adapter_url
        fix = Fix(f"write {url}", (Edit(whole, "set", url),), safe=False)
    yield Problem(
        f"'{code}' is not a known region{did_you_mean(code, regions())}",
        whole.slice(start, start + len(code)),
        help="known regions: " + ", ".join(f"{region.code} ({region.label})" for region in regions().values()),
        fix=fix,
    )
