"""
A trusted URL allows hosts of everybody.

The list is there so that pages load from those you trust. With such a URL a stranger's page may be framed, and data may be sent to it.

```xml bad file=force-app/main/default/cspTrustedSites/Everything.cspTrustedSite-meta.xml at="https://*"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Everything.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/cspTrustedSites/Everything.cspTrustedSite-meta.xml at="https://*.com"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Everything.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*</endpointUrl>
    <isActive>false</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

It is told of `*` and of a wildcard before a registry's domain, such as `*.com` or `*.co.uk`. Domains of services that give hosts away are left alone. So is a URL that is not active.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.allowlist import open_domain
from wxcc_lint.api.salesforce import ListedUrl, listed_url


@rule(
    "salesforce/over-wide-trusted-url",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    sources=("Salesforce Help, Manage Trusted URLs", "Content Security Policy Level 3"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield a URL below which anybody can register a name."""
    listed = listed_url(component, "CspTrustedSite")
    whom = _allowed(listed) if listed and listed.is_active else None
    if listed is not None and whom is not None:
        yield Problem(f"'{listed.value}' allows {whom}", listed.at, help="write the hosts that are meant")


def _allowed(listed: ListedUrl) -> str | None:
    source = listed.source
    if listed.value.lower() in {"https:", "http:", "wss:", "ws:"} or (source and source.host == "*"):
        return "every host there is"
    is_registry = source is not None and source.is_wildcard and open_domain(source.host) == ""
    return f"every name below '{source.host}'" if source is not None and is_registry else None
