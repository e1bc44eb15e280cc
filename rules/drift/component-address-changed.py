"""
What lets the vendor's hosts into Salesforce says something else.

The Desktop stays blank, or loads without what the address was for: a frame, a script, the microphone. Agents cannot take calls in Salesforce.

```xml bad side=left at='true'
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <context>All</context>
  <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
  <isActive>true</isActive>
</CspTrustedSite>
```

```xml bad side=right
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <context>All</context>
  <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
  <isActive>false</isActive>
</CspTrustedSite>
```

```xml good side=left
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <context>All</context>
  <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
  <isActive>true</isActive>
</CspTrustedSite>
```

```xml good side=right
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata"><isActive>true</isActive><endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl></CspTrustedSite>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/component-address-changed",
    on=Drift,
    severity="error",
    sources=(
        "Salesforce Metadata API guide",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another address, state or purpose of a trusted URL, an origin or a remote site of the vendor."""
    if drift.aspect == "component-address":
        yield Problem(drift.told(drift.thing), drift.at)
