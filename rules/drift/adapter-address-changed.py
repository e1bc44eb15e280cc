"""
The softphone comes from another address, or of another region.

Agents whose softphone opens the Desktop of another region cannot sign in: their accounts are not there.

```xml bad side=left at="https://desktop.wxcc-eu1.cisco.com/"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad side=right
<item name="reqAdapterUrl">https://desktop.wxcc-eu2.cisco.com/</item>
```

```xml good side=left
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml good side=right
<item name="reqAdapterUrl">https://DESKTOP.wxcc-eu1.cisco.com</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/adapter-address-changed",
    on=Drift,
    severity="error",
    catalogue=("cc:call-center-drift",),
    sources=(
        "published definition files",
        "help.webex.com nhxw7kfb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another adapter URL, host or region."""
    if drift.aspect == "address":
        yield Problem(drift.told(drift.thing), drift.at)
