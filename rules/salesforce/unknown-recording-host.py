"""
The host is none that is known to serve recordings.

The host for a region has `prod` and the region's code in it. From another one the browser gets no answer, and supervisors hear nothing.

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="audioconnector.eu1.ciscoccservice.com"
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Recording</label>
    <protected>false</protected>
    <values>
        <field>Api_Url__c</field>
        <value xsi:type="xsd:string">https://audioconnector.eu1.ciscoccservice.com</value>
    </values>
    <values>
        <field>Data_Center__c</field>
        <value xsi:type="xsd:string">EU1</value>
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
        <field>Data_Center__c</field>
        <value xsi:type="xsd:string">EU1</value>
    </values>
</CustomMetadata>
```

```xml bad file=force-app/main/default/labels/CustomLabels.labels-meta.xml at="audioconnector.prodeu7.ciscoccservice.com"
<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels>
        <fullName>Recording_Api</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Api</shortDescription>
        <value>https://audioconnector.prodeu7.ciscoccservice.com</value>
    </labels>
</CustomLabels>
```

The vendor prints the host of North America alone; those of other regions follow from other services of theirs. If Webex Contact Center has opened the region since, ignore this finding with a reason, and please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.hosts import named_regions
from wxcc_lint.api.salesforce import recording_host, recording_hosts, recording_settings


@rule(
    "salesforce/unknown-recording-host",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    sources=("help.webex.com nhxw7kfb", "addresses of other services of the vendor"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield each host that looks like one for recordings, and is not; a region in it tells which is meant."""
    for setting in recording_settings(component):
        url = setting.url
        if url is None or not url.serves_recordings or url.region is not None:
            continue
        named = next(iter(named_regions("", url.host)), None)
        meant = recording_host(named.region) if named else None
        at = setting.part(url.host_start, url.host_end)
        yield Problem(
            f"'{url.host}' is not known to serve recordings" + (f"; did you mean '{meant}'?" if meant else ""),
            at,
            help=f"write {meant}" if meant else f"known hosts: {', '.join(recording_hosts())}",
            fix=Fix(f"write {meant}", (Edit(at, "set", meant),), safe=False) if meant else None,
        )
