"""
The code of the data centre is not written in capitals.

The vendor's pages have `US1` and `EU1`. Whether recordings are found with another spelling, nobody could try.

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="eu1"
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
        <value xsi:type="xsd:string">eu1</value>
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

"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import recording_settings


@rule(
    "salesforce/lower-case-data-centre",
    on=SalesforceComponent,
    severity="info",
    profile="strict",
    evidence="unverified",
    sources=("help.webex.com nhxw7kfb",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield each known code that is not in capitals."""
    for setting in recording_settings(component):
        code = setting.value.upper()
        if setting.purpose == "data-centre" and setting.region is not None and setting.value != code:
            yield Problem(
                f"'{setting.value}' is not written in capitals",
                setting.at,
                help=f"write {code}",
                fix=Fix(f"write {code}", (Edit(setting.at, "set", code),), safe=False),
            )
