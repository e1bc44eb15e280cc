"""
The call center uses Open CTI, which Salesforce will retire.

Salesforce only maintains Open CTI, retires it on 28 February 2028, and does not offer it to new orgs of Agentforce Service. After that day agents have no softphone from it.

```xml bad at="true"
<item name="reqUseApi">true</item>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">PhoneSystem</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone System</item>
  </section>
</callCenter>
```

Version 2 of the connector uses Open CTI as well; Service Cloud Voice does not.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import GENERAL


@rule(
    "callcenter/retiring-open-cti",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1", "v2"),
    evidence="verified",
    catalogue=("cc:open-cti-retirement",),
    sources=("Open CTI Developer Guide, version 67",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the switch that turns Open CTI on, where it is on."""
    item = callcenter.item("reqUseApi", GENERAL)
    if item is not None and item.value == "true":
        yield Problem(
            "Open CTI, which this softphone uses, is retired by Salesforce on 28 February 2028",
            item.at,
            help="ask the vendor for the way to Service Cloud Voice before that day",
        )
