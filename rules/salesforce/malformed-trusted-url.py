"""
A trusted URL is none that goes into a policy.

Salesforce does not save such a URL any more, and passes over one that was saved earlier, or the browser does. What it was meant to allow stays blocked, although the list in Setup shows it.

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="https://*wxcc-eu1.cisco.com"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="https:/desktop.wxcc-eu1.cisco.com"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https:/desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at=" "
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop wxcc.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="endpointUrl"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl></endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="htps"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>htps://widgets.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>*.acme.com:8443</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>data:</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>false</isApplicableToFrameSrc>
    <isApplicableToImgSrc>true</isApplicableToImgSrc>
</CspTrustedSite>
```

A URL has a host, which may begin with `*.`, and perhaps a port. Sources such as `data:` are no URLs; browsers take them, so they are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from wxcc_lint.api import Edit, Fix, Place, Problem, SalesforceComponent, closest, rule
from wxcc_lint.api.salesforce import ListedUrl, listed_url

_UNFIT: Final = re.compile(r"[^A-Za-z0-9'._~:@!$&()*+,;%=/?#\[\]-]")
"""What Salesforce calls malformed: the characters that its own script looks for."""
_SCHEMES: Final = ("https", "wss", "http", "ws")
_NO_HOST: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|'[\w-]+'")
"""What policies take beside hosts: schemes and keywords."""


@rule(
    "salesforce/malformed-trusted-url",
    on=SalesforceComponent,
    severity="error",
    evidence="verified",
    catalogue=("cc:trusted-site-url",),
    sources=(
        "Salesforce Metadata API Developer Guide",
        "Salesforce Help 005317938, Identify Malformed Trusted URLs",
        "Content Security Policy Level 3",
    ),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield a URL that no policy can hold; one that waits for somebody to fill it in is another rule's."""
    listed = listed_url(component, "CspTrustedSite")
    fault = _fault(listed) if listed and not listed.blank else None
    if listed is not None and fault is not None:
        meant = _meant(listed.value)
        fix = Fix(f"write '{meant}'", (Edit(listed.at, "set", meant),), safe=False)
        yield Problem(
            fault[0],
            fault[1],
            help=f"write '{meant}'" if meant else "write a URL such as 'https://*.acme.com'",
            fix=fix if meant and listed.can_mend else None,
        )


def _fault(listed: ListedUrl) -> tuple[str, Place] | None:
    if not listed.value:
        return f"the trusted URL '{listed.component.name}' has no URL", listed.at
    unfit = _UNFIT.search(listed.value)
    if unfit:
        what = "a blank" if unfit[0].isspace() else f"'{unfit[0]}'"
        return f"'{listed.value}' holds {what}, so that Salesforce passes over it", listed.part(*unfit.span())
    if _NO_HOST.fullmatch(listed.value):
        return None
    source = listed.source
    if source is None or source.host in _SCHEMES:  # https//acme.com
        misplaced = "*" in listed.value
        why = "'*' stands where a browser takes none" if misplaced else "there is no host to be read"
        return f"'{listed.value}' allows nothing, as {why}", listed.at
    scheme = source.scheme
    if scheme and closest(scheme, _SCHEMES) not in {None, scheme}:
        return f"'{listed.value}' allows nothing, as no page loads by '{scheme}'", listed.part(0, len(scheme))
    return None


def _meant(value: str) -> str | None:
    """Return what a URL stands for whose scheme, slashes or wildcard are not as they should be, if that can be told."""
    pattern = r"([*.\w]+?)(?::[/\\]*|//)(\*?)\.?([\w-]+(?:\.[\w-]+)+(?::\d+)?)/?"
    found = re.fullmatch(pattern, value, re.ASCII)
    scheme = closest(found[1], _SCHEMES) if found else None
    if found is None or scheme is None:
        return None
    encrypted = "https" if scheme.startswith("http") else "wss"
    return f"{encrypted}://{'*.' if found[2] else ''}{found[3]}"
