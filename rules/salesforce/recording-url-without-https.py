"""
An address of recording playback is not https.

Calls would travel without protection, and a browser does not load them into a page of Salesforce. Supervisors hear nothing.

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="http:"
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Recording</label>
    <protected>false</protected>
    <values>
        <field>Api_Url__c</field>
        <value xsi:type="xsd:string">http://audioconnector.prodeu1.ciscoccservice.com</value>
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
</CustomMetadata>
```

```xml bad file=force-app/main/default/labels/CustomLabels.labels-meta.xml at="audioconnector.prodeu1.ciscoccservice.com"
<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels>
        <fullName>Recording_Api</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Api</shortDescription>
        <value>audioconnector.prodeu1.ciscoccservice.com</value>
    </labels>
</CustomLabels>
```

"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import recording_settings


@rule(
    "salesforce/recording-url-without-https",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    sources=("help.webex.com nhxw7kfb",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield each address for recordings that begins with anything but https."""
    for setting in recording_settings(component):
        url = setting.url
        if url is None or not url.serves_recordings or (url.scheme or "").lower() == "https":
            continue
        wrong = setting.part(0, len(url.scheme) + 1) if url.scheme else setting.at
        new = "https:" if url.scheme else f"https://{setting.value.removeprefix('//')}"
        said = f"begins with '{url.scheme}:'" if url.scheme else "does not begin with 'https://'"
        yield Problem(
            f"'{setting.name}' {said}",
            wrong,
            help=f"write https://{url.host}{url.rest}",
            fix=Fix("write https", (Edit(wrong, "set", new),), safe=False),
        )
