"""
The API URL of recording playback has more than https and the host.

What is asked for goes behind it, beginning with a slash. With something in between, the service does not find the recording, and supervisors hear nothing.

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="/"
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Recording</label>
    <protected>false</protected>
    <values>
        <field>Api_Url__c</field>
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com/</value>
    </values>
    <values>
        <field>Redirect_Uri__c</field>
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com/auth</value>
    </values>
</CustomMetadata>
```

```xml good file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Recording</label>
    <protected>false</protected>
    <values>
        <field>Api_Url__c</field>
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com</value>
    </values>
    <values>
        <field>Redirect_Uri__c</field>
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com/auth</value>
    </values>
</CustomMetadata>
```

```xml bad file=force-app/main/default/labels/CustomLabels.labels-meta.xml at=":443/v1"
<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels>
        <fullName>Recording_Api</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Api</shortDescription>
        <value>https://audioconnector.prodeu1.ciscoccservice.com:443/v1</value>
    </labels>
</CustomLabels>
```

The vendor prints the URL without a slash at its end, and the redirect URI as the same with `/auth`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import recording_settings


@rule(
    "salesforce/extra-recording-url-parts",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    sources=("help.webex.com nhxw7kfb",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield what stands behind the host of each API URL."""
    for setting in recording_settings(component):
        url = setting.url
        if setting.purpose == "api" and url is not None and url.rest:
            extra = setting.part(url.host_end, len(setting.value))
            yield Problem(
                f"'{setting.name}' has '{url.rest}' behind the host",
                extra,
                help=f"write https://{url.host}",
                fix=Fix(f"remove '{url.rest}'", (Edit(extra, "set", ""),), safe=False),
            )
