"""
A trusted URL does not say what it is trusted with.

Up to API version 49 that meant everything: frames, images, connections and so on. A deployment with version 59 or later is refused.

```xml bad file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml at="https://widgets.acme.com"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com</endpointUrl>
    <isActive>true</isActive>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com</endpointUrl>
    <isActive>false</isActive>
</CspTrustedSite>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import listed_url, stated_directives


@rule(
    "salesforce/unstated-directives",
    on=SalesforceComponent,
    severity="info",
    profile="strict",
    evidence="verified",
    catalogue=("cc:trusted-site-directive",),
    sources=("Salesforce Metadata API Developer Guide",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield a trusted URL without a directive."""
    listed = listed_url(component, "CspTrustedSite")
    if listed is not None and listed.is_active and not stated_directives(component):
        yield Problem(
            f"what '{listed.value}' is trusted with depends on the API version: no directive is stated",
            listed.at,
            help="state each of the isApplicableTo… directives, true or false",
        )
