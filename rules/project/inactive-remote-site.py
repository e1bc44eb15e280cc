"""
The remote site for recordings is not active.

Salesforce lets Apex call a host only if its remote site is active. Supervisors cannot play recordings.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml at="false"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>false</isActive>
    <url>https://audioconnector.prodeu1.ciscoccservice.com</url>
</RemoteSiteSetting>
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

```xml good file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.prodeu1.ciscoccservice.com</url>
</RemoteSiteSetting>
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

```xml good file=force-app/main/default/remoteSiteSettings/Old.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>false</isActive>
    <url>https://audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```xml good file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.prodeu1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

It is told where no remote site for recordings is active, be it of another region.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Problem, Project, rule
from wxcc_lint.api.salesforce import listed_urls, recording_hosts


@rule(
    "project/inactive-remote-site",
    on=Project,
    severity="warning",
    evidence="inferred",
    sources=("Salesforce Metadata API Developer Guide", "help.webex.com nhxw7kfb"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield the first of the remote sites for recordings where all of them are off."""
    sites = [
        one for one in listed_urls(project, "RemoteSiteSetting") if one.source and one.source.host in recording_hosts()
    ]
    if project.environment and sites and not any(one.is_active for one in sites):
        at = sites[0].component.text_at("isActive")
        yield Problem(
            f"Apex cannot call '{sites[0].value}': the remote site '{sites[0].component.name}' is not active",
            at,
            also=tuple(Label(one.component.text_at("isActive"), "nor is this one") for one in sites[1:]),
            help="set isActive to true, or delete the remote site",
            fix=Fix("write true", (Edit(at, "set", "true"),), safe=False),
        )
