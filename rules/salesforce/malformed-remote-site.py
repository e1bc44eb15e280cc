"""
A remote site is none that Apex can call.

Apex may call a host only if there is a remote site for it, with its scheme and its own name. Calls that this one is for fail.

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml at="https://*.ciscoccservice.com"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://*.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```xml good file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml at="audioconnector.produs1.ciscoccservice.com"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml at=":444"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://crm.acme.com:444</url>
</RemoteSiteSetting>
```

```xml good file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://crm.acme.com:8443/orders</url>
</RemoteSiteSetting>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml at=":80"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://crm.acme.com:80</url>
</RemoteSiteSetting>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml at=":443"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>http://crm.acme.com:443</url>
</RemoteSiteSetting>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml at="https://crm acme.com"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://crm acme.com</url>
</RemoteSiteSetting>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Crm.remoteSite-meta.xml at="url"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url></url>
</RemoteSiteSetting>
```

Salesforce calls port 80 by http, 443 by https, and those from 1024 on by both.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, SalesforceComponent, rule
from wxcc_lint.api.hosts import HostSource
from wxcc_lint.api.salesforce import ListedUrl, listed_url

_LOWEST_FREE_PORT = 1024
_PORTS = {"http": 80, "https": 443}


@rule(
    "salesforce/malformed-remote-site",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    sources=("Salesforce Metadata API Developer Guide", "Salesforce Help, Configure Remote Site Settings"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield a remote site whose address cannot be called."""
    listed = listed_url(component, "RemoteSiteSetting")
    if listed is None or listed.blank:
        return
    source = listed.source
    fault = _fault(listed, source)
    if fault:
        yield Problem(fault, listed.at, help="write an address such as 'https://crm.acme.com'")
    elif source is not None and source.port is not None and not _is_open(source.scheme or "", int(source.port)):
        start = listed.value.index(f":{source.port}")
        yield Problem(
            f"Salesforce does not call port {source.port} by {source.scheme}",
            listed.part(start, start + len(source.port) + 1),
            help="use port 80 for http, 443 for https, or one from 1024 on",
        )


def _fault(listed: ListedUrl, source: HostSource | None) -> str | None:
    if not listed.value:
        return f"the remote site '{listed.component.name}' has no URL"
    if "*" in listed.value:
        return f"'{listed.value}' is no address: a remote site has no '*'"
    if source is None:
        return f"'{listed.value}' is no address: there is no host to be read"
    return None if source.scheme in _PORTS else f"'{listed.value}' is no address: it does not begin with https://"


def _is_open(scheme: str, port: int) -> bool:
    return port >= _LOWEST_FREE_PORT or port == _PORTS[scheme]
