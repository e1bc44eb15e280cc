"""
Salesforce calls a service of the vendor without encryption.

Tokens and customers' data then go over the network for everybody on the way to read. The vendor's services are reached by https.

```xml bad file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml at="http:"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>http://audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```xml good file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```xml bad file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml at="true"
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>true</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```xml good file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>true</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>http://crm.acme.com</url>
</RemoteSiteSetting>
```

```xml good file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>false</isActive>
    <url>http://audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

With `disableProtocolSecurity` data may pass from a session with https to one without. Other companies' services are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.hosts import is_vendors
from wxcc_lint.api.salesforce import listed_url


@rule(
    "salesforce/insecure-remote-site",
    on=SalesforceComponent,
    severity="warning",
    evidence="verified",
    sources=("Salesforce Metadata API Developer Guide", "help.webex.com nhxw7kfb"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield what is not protected of a remote site of the vendor's."""
    listed = listed_url(component, "RemoteSiteSetting")
    source = listed.source if listed else None
    if listed is None or source is None or not (listed.is_active and is_vendors(source.host)):
        return
    if source.scheme == "http":
        fix = Fix("write https", (Edit(listed.part(0, 4), "set", "https"),), safe=False)
        yield Problem(
            f"'{listed.value}' is called without encryption",
            listed.part(0, 5),
            help=f"write https{listed.value[4:]}",
            fix=fix if listed.can_mend else None,
        )
    elif component.is_true("disableProtocolSecurity"):
        at = component.text_at("disableProtocolSecurity")
        yield Problem(
            f"what passes between Salesforce and '{source.host}' need not be encrypted",
            at,
            help="set disableProtocolSecurity to false",
            fix=Fix("write false", (Edit(at, "set", "false"),), safe=False),
        )
