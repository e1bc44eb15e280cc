"""
A trusted URL or CORS origin is for the Agent Desktop of another region.

The Desktop of the tenant's own region is not let through, as no entry is for it, and the one that is has no agents. Often such an entry was copied from another org.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml at="us1"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://desktop.wxcc-us1.cisco.com</urlPattern>
</CorsWhitelistOrigin>
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

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml good file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Old.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://desktop.wxcc-us1.cisco.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Desktop.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://desktop.wxcc-eu1.cisco.com</urlPattern>
</CorsWhitelistOrigin>
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/cspTrustedSites/Desktop.cspTrustedSite-meta.xml at="us1"
<?xml version="1.0" encoding="UTF-8"?>
<CspTrustedSite xmlns="http://soap.sforce.com/2006/04/metadata">
    <endpointUrl>https://desktop.wxcc-us1.cisco.com</endpointUrl>
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
    <endpointUrl>https://desktop.wxcc-us1.cisco.com</endpointUrl>
    <isActive>false</isActive>
    <isApplicableToFrameSrc>true</isApplicableToFrameSrc>
</CspTrustedSite>
```

The region is the one that the config declares, else that of the call center. What a call center itself names wrongly, other rules tell.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Edit, Fix, Label, Problem, Project, rule
from wxcc_lint.api.callcenter import StatedRegion, stated_region
from wxcc_lint.api.hosts import Region, host_source, region_of, regions
from wxcc_lint.api.salesforce import ListedUrl, listed_urls


@rule(
    "project/trusted-desktop-of-another-region",
    on=Project,
    severity="warning",
    evidence="inferred",
    supersedes=("project/untrusted-adapter",),
    sources=("help.webex.com nhxw7kfb", "README of the vendor's definition file"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each entry on a list that has another region's Desktop and not that of the tenant's."""
    if project.environment is None:
        return
    stated = [found for found in map(stated_region, project.callcenters) if found]
    named = {found.region for found in stated}
    right = regions().get(project.environment.region or "") or next((found.region for found in stated), None)
    for kind in ("CspTrustedSite", "CorsWhitelistOrigin") if right else ():
        listed = [one for one in listed_urls(project, kind) if one.is_active]
        if right and not any(_covers(one, right) for one in listed):
            for one in listed:
                region = region_of(f"https://{one.source.host}") if one.source else None
                if region is not None and region not in {right, *named}:
                    yield _problem(one, region, right, stated)


def _covers(listed: ListedUrl, region: Region) -> bool:
    needed = host_source(f"https://{region.host}")
    return listed.source is not None and needed is not None and listed.source.covers(needed)


def _problem(listed: ListedUrl, wrong: Region, right: Region, stated: Sequence[StatedRegion]) -> Problem:
    start = listed.value.lower().index(f"-{wrong.code}.") + 1
    at = listed.part(start, start + len(wrong.code))
    fix = Fix(f"write {right.code}", (Edit(at, "set", right.code),), safe=False)
    return Problem(
        f"'{wrong.host}' is for {wrong.code} ({wrong.label}), and the tenant is in {right.code} ({right.label})",
        at,
        also=tuple(Label(found.at, f"this is {right.code}") for found in stated if found.region == right),
        help=f"write {right.code}, or take the entry out",
        fix=fix if listed.can_mend else None,
    )
