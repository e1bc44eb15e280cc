"""
Recordings come from a host for which the project has no remote site.

Where Apex asks the service for recordings, Salesforce lets it do so only with a remote site for the host: without one supervisors hear nothing.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=force-app/main/default/labels/CustomLabels.labels-meta.xml at="https://audioconnector.prodeu1.ciscoccservice.com"
<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels>
        <fullName>Recording_Api</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Api</shortDescription>
        <value>https://audioconnector.prodeu1.ciscoccservice.com</value>
    </labels>
</CustomLabels>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://crm.acme.com</url>
</RemoteSiteSetting>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=force-app/main/default/labels/CustomLabels.labels-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels>
        <fullName>Recording_Api</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Api</shortDescription>
        <value>https://audioconnector.prodeu1.ciscoccservice.com</value>
    </labels>
</CustomLabels>
```

```xml good file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.prodeu1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

Whether the vendor's package calls the service from Apex, and which remote sites it brings along, nobody could look up here. A remote site for another region is a finding of its own.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, rule
from wxcc_lint.api.salesforce import listed_urls, recording_hosts, recording_settings


@rule(
    "project/recordings-without-remote-site",
    on=Project,
    severity="info",
    profile="pedantic",
    evidence="unverified",
    sources=("Salesforce Help, Configure Remote Site Settings", "help.webex.com nhxw7kfb"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield the first address for recordings, where the project keeps remote sites, and none for recordings."""
    if not project.keeps("RemoteSiteSetting") or _has_site(project):
        return
    settings = (setting for component in project.components for setting in recording_settings(component))
    for setting in settings:
        if setting.purpose == "api" and setting.url and setting.url.region:
            yield Problem(
                f"recordings come from '{setting.url.host}', and the project has no remote site for it",
                setting.at,
                help=f"add a remote site for https://{setting.url.host}, if Apex asks it for recordings",
            )
            return


def _has_site(project: Project) -> bool:
    """Tell whether a remote site is meant for recordings, be it for another region or with a wildcard."""
    sites = [one.source.host for one in listed_urls(project, "RemoteSiteSetting") if one.source]
    return any(host.endswith(site) for site in sites for host in recording_hosts())
