"""
A trusted URL, CORS origin or remote site still waits to be filled in.

There is no such host, so the entry has no effect: what it was meant for stays blocked.

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="{region}"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://{region}.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://eu1.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="__HOST__"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://__HOST__</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://crm_eu.acme.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Desktop.remoteSite-meta.xml at="YOUR_DOMAIN"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://YOUR_DOMAIN.acme.com</url>
</RemoteSiteSetting>
```

```xml good file=force-app/main/default/remoteSiteSettings/Desktop.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://orders.acme.com/a%20b</url>
</RemoteSiteSetting>
```

`${NAME}` is a variable of the config. What the `replacements` of a `sfdx-project.json` fill in is left alone where both files belong to one environment; if your deployment does so by other means, ignore this rule for these files.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import listed_url


@rule(
    "salesforce/placeholder-url",
    on=SalesforceComponent,
    severity="warning",
    evidence="verified",
    sources=("Salesforce Metadata API Developer Guide",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield the first place of an address that is to be filled in."""
    listed = listed_url(component)
    blank = listed.blank if listed else None
    if listed is not None and blank is not None:
        yield Problem(
            f"'{blank[0]}' of '{listed.value}' waits to be filled in",
            listed.part(*blank.span()),
            help="write the host that is meant",
        )
