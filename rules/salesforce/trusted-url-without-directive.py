"""
A trusted URL is trusted with nothing.

A trusted URL says what may come from it: frames, images, connections and so on. Where all of it is off, Salesforce refuses the file, or turns images on by itself; a frame stays empty.

```xml bad file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml at="https://widgets.acme.com"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>false</isApplicableToFrameSrc>
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
    <canAccessMicrophone>true</canAccessMicrophone>
    <endpointUrl>https://widgets.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>false</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com</endpointUrl>
    <isActive>false</isActive>
    <isApplicableToFrameSrc>false</isApplicableToFrameSrc>
</CspTrustedSite>
```

From API version 59 on one of them has to be on, be it the camera or the microphone. With versions 50 to 58 images were turned on where nothing was.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import listed_url, stated_directives


@rule(
    "salesforce/trusted-url-without-directive",
    on=SalesforceComponent,
    severity="warning",
    evidence="verified",
    catalogue=("cc:trusted-site-directive",),
    sources=("Salesforce Metadata API Developer Guide",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield a trusted URL that states directives, none of which is on."""
    listed = listed_url(component, "CspTrustedSite")
    if listed is None or not listed.is_active:
        return
    stated = stated_directives(component)
    if stated and not any(map(component.is_true, stated)):
        yield Problem(
            f"'{listed.value}' is trusted with nothing: no directive is on",
            listed.at,
            help="turn on what it is there for, such as isApplicableToFrameSrc for a page in a frame",
        )
