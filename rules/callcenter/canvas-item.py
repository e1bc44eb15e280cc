"""
The call center names a Canvas app.

Salesforce shows the Canvas app instead of the page at the adapter URL, and does so in Classic only. Agents get another softphone, or none.

```xml bad at="reqCanvasApiName"
<section name="reqGeneralInfo">
  <item name="reqCanvasApiName" label="Canvas App API Name">Acme_Phone</item>
</section>
```

```xml good
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import GENERAL


@rule(
    "callcenter/canvas-item",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="verified",
    catalogue=("cc:canvas-or-standby-present",),
    sources=("Open CTI Developer Guide, reqCanvasNamespace and reqCanvasApiName",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first item with a value that leads to a Canvas app; two of them belong to one app."""
    items = [callcenter.item(name, GENERAL) for name in ("reqCanvasNamespace", "reqCanvasApiName")]
    for item in [item for item in items if item and item.value][:1]:
        yield Problem(
            "a Canvas app takes the place of the adapter URL, and works in Salesforce Classic only",
            item.name_at,
            help="take the items whose names begin with reqCanvas out, before the import",
        )
