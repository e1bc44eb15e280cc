"""
There is a standby page without a time, or a time without a standby page.

Salesforce opens the standby page when the softphone is not ready in time, and needs both settings for it. With one of them nothing takes over, and agents wait before an empty softphone.

```xml bad at="reqStandbyUrl"
<section name="reqGeneralInfo">
  <item name="reqStandbyUrl" label="Standby URL">https://phone.example.com/standby</item>
</section>
```

```xml good
<section name="reqGeneralInfo">
  <item name="reqStandbyUrl" label="Standby URL">https://phone.example.com/standby</item>
  <item name="reqTimeout" label="Timeout">20000</item>
</section>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import GENERAL


@rule(
    "callcenter/unpaired-standby",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2", "other"),
    evidence="verified",
    catalogue=("cc:canvas-or-standby-present",),
    sources=("Open CTI Developer Guide, reqStandbyUrl and reqTimeout",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the one of the two items that has a value while the other has none."""
    url, timeout = callcenter.item("reqStandbyUrl", GENERAL), callcenter.item("reqTimeout", GENERAL)
    if url and url.value and not (timeout and timeout.value):
        message = f"the standby page '{url.value}' never opens: there is no reqTimeout"
        yield Problem(message, url.name_at, help="add reqTimeout in milliseconds, such as 20000, before the import")
    elif timeout and timeout.value and not (url and url.value):
        message = f"after {timeout.value} milliseconds nothing takes over: there is no reqStandbyUrl"
        yield Problem(message, timeout.name_at, help="add reqStandbyUrl, or take reqTimeout out, before the import")
