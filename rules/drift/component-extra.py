"""
A Salesforce component is only on the right side.

Nobody declared it, so nobody reviewed it: a trusted URL lets a host into the pages of every agent.

```xml bad side=right at='CspTrustedSite'
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <context>All</context>
  <endpointUrl>https://tools.acme.example</endpointUrl>
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
    "drift/component-extra",
    on=Drift,
    severity="warning",
    sources=("Salesforce Metadata API guide",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a component that only the right side has."""
    if drift.aspect == "component-extra":
        yield Problem(f"{drift.subject} is only {drift.on_the_right}", drift.at)
