"""
A trusted URL is one of http.

Pages of Salesforce are encrypted, and what they load has to be so as well. Whatever the address was to bring stays away, or somebody on the way can change it.

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="http:"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>http://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="ws:"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>ws://events.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToConnectSrc>true</isApplicableToConnectSrc>
    <isApplicableToFrameSrc>false</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>wss://events.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToConnectSrc>true</isApplicableToConnectSrc>
    <isApplicableToFrameSrc>false</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>http://localhost:8080</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

The guide asks for `https` where an API is called and for `wss` where a socket is opened. Browsers let an entry with `http` pass the encrypted address, too, so agents may notice nothing. An entry without a scheme, such as `*.acme.com`, is fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.hosts import is_local
from wxcc_lint.api.salesforce import listed_url

_ENCRYPTED = {"http": "https", "ws": "wss"}


@rule(
    "salesforce/insecure-trusted-url",
    on=SalesforceComponent,
    severity="warning",
    evidence="verified",
    catalogue=("cc:trusted-site-url",),
    sources=("Salesforce Metadata API Developer Guide", "Content Security Policy Level 3"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield an address without encryption; that of a developer's own computer is none."""
    listed = listed_url(component, "CspTrustedSite")
    source = listed.source if listed else None
    if listed is None or source is None or source.scheme not in _ENCRYPTED or is_local(source.host):
        return
    better = _ENCRYPTED[source.scheme]
    scheme = listed.part(0, len(source.scheme))
    # Behind a port of its own there may be no encryption.
    fix = Fix(f"write {better}", (Edit(scheme, "set", better),), safe=source.port is None)
    yield Problem(
        f"'{listed.value}' is not encrypted, and pages of Salesforce are",
        listed.part(0, len(source.scheme) + 1),
        help=f"write {better}{listed.value[len(source.scheme) :]}",
        fix=fix if listed.can_mend else None,
    )
