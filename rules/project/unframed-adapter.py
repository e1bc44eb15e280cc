"""
The trusted URL for the softphone lets no frame in.

Salesforce shows the softphone's page in a frame. Somebody has put its host on the list for that; as the entry stands it does not help, and where the list counts agents see an empty softphone.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="false"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToConnectSrc>true</isApplicableToConnectSrc>
    <isApplicableToFrameSrc>false</isApplicableToFrameSrc>
    <isApplicableToImgSrc>true</isApplicableToImgSrc>
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

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToConnectSrc>true</isApplicableToConnectSrc>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="false"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>false</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="Communities"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <context>Communities</context>
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
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

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <context>LEX</context>
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="CspTrustedSite"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToImgSrc>true</isApplicableToImgSrc>
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

```xml good file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop.wxcc-eu1.cisco.com</endpointUrl>
    <isActive>false</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

```xml good file=force-app/main/default/cspTrustedSites/Cisco.cspTrustedSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://*.cisco.com</endpointUrl>
    <isActive>true</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

A trusted URL without a single directive is one from before API version 50, which lets everything in. The vendor does not ask for such an entry, so nothing is told where there is none; `project/untrusted-adapter` does that in the profile `pedantic`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Problem, Project, rule
from wxcc_lint.api.project import Adapter, adapters
from wxcc_lint.api.salesforce import ListedUrl, stated_directives

_FRAMES = "isApplicableToFrameSrc"
_AROUND_SOFTPHONE = frozenset({None, "All", "LEX"})


@rule(
    "project/unframed-adapter",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:trusted-site-directive",),
    supersedes=("salesforce/trusted-url-without-directive",),
    sources=("Salesforce Metadata API Developer Guide", "Salesforce Open CTI Developer Guide"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield the first entry for an adapter's own host where no entry lets a frame in."""
    for adapter in adapters(project):
        faults = [(one, _fault(one)) for one in adapter.trusted]
        own = [(one, fault) for one, fault in faults if fault and one in adapter.own]
        if own and all(fault for _, fault in faults):
            yield _problem(adapter, *own[0])


def _problem(adapter: Adapter, listed: ListedUrl, fault: tuple[str, str, str]) -> Problem:
    reason, element, value = fault
    at = listed.component.text_at(element)
    is_stated = listed.component.text(element) is not None
    return Problem(
        f"the trusted URL for the softphone's host {reason}",
        at,
        also=(
            Label(listed.at, f"'{adapter.source.host}' is trusted here"),
            Label(adapter.item.at, "the softphone's page"),
        ),
        help=f"set {element} to {value}",
        fix=Fix(f"write {value}", (Edit(at, "set", value),), safe=False) if is_stated else None,
    )


def _fault(listed: ListedUrl) -> tuple[str, str, str] | None:
    """Return why an entry lets no frame in, the element that says so, and what it has to say."""
    component = listed.component
    context = component.text("context")
    if not listed.is_active:
        return "is not active", "isActive", "true"
    if context not in _AROUND_SOFTPHONE:
        return f"does not count where agents work: its context is '{context}'", "context", "LEX"
    if stated_directives(component) and not component.is_true(_FRAMES):
        return "lets no frame in", _FRAMES, "true"
    return None
