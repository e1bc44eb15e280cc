"""
The softphone's page is not among the trusted URLs.

Salesforce shows that page in a frame. The vendor does not ask for an entry; who keeps a strict list may need one.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml at="https://desktop.wxcc-eu1.cisco.com/"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/cspTrustedSites/Widgets.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://widgets.acme.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml good file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml good file=force-app/main/default/cspTrustedSites/Cisco.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml good file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://desktop.wxcc-eu1.cisco.com</urlPattern>
</CorsWhitelistOrigin>
```

It is told where the files of the environment hold trusted URLs, and none is for the host.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, rule
from wxcc_lint.api.project import adapters


@rule(
    "project/untrusted-adapter",
    on=Project,
    severity="info",
    profile="pedantic",
    evidence="unverified",
    sources=("Salesforce Help, Manage Trusted URLs",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each adapter that no trusted URL covers, where the project keeps such URLs."""
    for adapter in adapters(project) if project.keeps("CspTrustedSite") else ():
        if not adapter.trusted:
            yield Problem(
                f"no trusted URL is for '{adapter.source.host}', the softphone's host",
                adapter.item.at,
                help=f"add https://{adapter.source.host} with frame-src, if Salesforce blocks the softphone",
            )
