"""
The standby page opens before the softphone had time to start.

The Agent Desktop takes up to 15 seconds until it is ready. With less, agents get the standby page although the softphone works.

```xml bad at="5000"
<section name="reqGeneralInfo">
  <item name="reqStandbyUrl" label="Standby URL">https://phone.example.com/standby</item>
  <item name="reqTimeout" label="Timeout">5000</item>
</section>
```

```xml good
<section name="reqGeneralInfo">
  <item name="reqStandbyUrl" label="Standby URL">https://phone.example.com/standby</item>
  <item name="reqTimeout" label="Timeout">20000</item>
</section>
```

The option `min` sets another limit, in milliseconds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import GENERAL

_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")


@rule(
    "callcenter/short-standby-timeout",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:canvas-or-standby-present",),
    sources=("help.webex.com nhxw7kfb", "Open CTI Developer Guide, reqTimeout"),
)
def check(callcenter: CallCenter, min: int = 15000) -> Iterator[Problem]:  # noqa: A002  # the word that admins write
    """Yield a time that is no whole number of milliseconds, or too short a one."""
    url, timeout = callcenter.item("reqStandbyUrl", GENERAL), callcenter.item("reqTimeout", GENERAL)
    if url is None or timeout is None or not (url.value and timeout.value):
        return
    help_ = f"write {min} or more in {timeout.name}"
    if not _WHOLE_NUMBER.fullmatch(timeout.value):
        yield Problem(f"'{timeout.value}' is not a whole number of milliseconds", timeout.at, help=help_)
    elif int(timeout.value) < min:
        message = f"{timeout.value} milliseconds are less than the Agent Desktop may take to start"
        yield Problem(message, timeout.at, help=help_)
