"""
A trusted URL goes on behind the host.

A browser then allows what lies at this path, or below it if it ends with a slash, and nothing else of the host. Salesforce documents a host and a port alone.

```xml bad file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml at="/orders"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com/orders</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com/</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml at="/orders/?tenant=1"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com/orders/?tenant=1</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com/orders</endpointUrl>
    <isActive>false</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import listed_url


@rule(
    "salesforce/trusted-url-with-path",
    on=SalesforceComponent,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("cc:trusted-site-url",),
    sources=("Salesforce Metadata API Developer Guide", "Content Security Policy Level 3"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield a URL with more behind its host than a slash."""
    listed = listed_url(component, "CspTrustedSite")
    source = listed.source if listed and listed.is_active else None
    if listed is not None and source is not None and source.path not in {None, "/"}:
        more = listed.behind_host
        rest = listed.part(len(listed.value) - len(more), len(listed.value))
        fix = Fix(f"take '{more}' away", (Edit(rest, "set", ""),), safe=False)
        yield Problem(
            f"'{listed.value}' is trusted for what lies at '{more}', not for its whole host",
            rest,
            help=f"write '{listed.value[: -len(more)]}', unless only that is meant",
            fix=fix if listed.can_mend else None,
        )
