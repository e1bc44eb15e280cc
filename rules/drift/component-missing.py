"""
A Salesforce component that one side declares is missing on the other.

Without its trusted URL the Desktop stays blank, without its remote site recordings do not play, without its class the Omni-Channel status does not follow.

```xml bad side=left at='CspTrustedSite'
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
  <context>All</context>
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
    "drift/component-missing",
    on=Drift,
    severity="error",
    sources=("Salesforce Metadata API guide",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a component that only the left side has."""
    if drift.aspect == "component-missing":
        yield Problem(f"{drift.subject} is missing {drift.on_the_right}", drift.at)
