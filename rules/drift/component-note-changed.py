"""
A description or label in Salesforce changed.

Agents see the label of a status; nothing else changes for them.

```xml bad side=left at='Desktop'
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <context>All</context>
  <description>Desktop</description>
  <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
  <isActive>true</isActive>
</CspTrustedSite>
```

```xml bad side=right
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <context>All</context>
  <description>Softphone</description>
  <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
  <isActive>true</isActive>
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
    "drift/component-note-changed",
    on=Drift,
    severity="info",
    sources=("Salesforce Metadata API guide",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another description or label."""
    if drift.aspect == "component-note":
        yield Problem(drift.told(drift.thing), drift.at)
