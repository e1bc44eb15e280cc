"""
The data centre of recording playback is not one that is known.

It is the code of the region in capitals, such as `EU1`. With another word recordings are probably asked for in the wrong place, or nowhere.

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="EUR1"
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
        <value xsi:type="xsd:string">EUR1</value>
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

```xml bad file=force-app/main/default/labels/CustomLabels.labels-meta.xml at="prodeu1"
<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels>
        <fullName>Recording_Data_Centre</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Data_Centre</shortDescription>
        <value>prodeu1</value>
    </labels>
    <labels>
        <fullName>Recording_Api</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Api</shortDescription>
        <value>https://audioconnector.prodeu1.ciscoccservice.com</value>
    </labels>
</CustomLabels>
```

```xml good file=force-app/main/default/customMetadata/ciscocjs__Setting.Data_Center.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Data Center</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Value__c</field>
        <value xsi:type="xsd:string">CA1</value>
    </values>
</CustomMetadata>
```

```xml bad file=force-app/main/default/customMetadata/ciscocjs__Setting.Data_Center.md-meta.xml at="GB1"
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Data Center</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Value__c</field>
        <value xsi:type="xsd:string">GB1</value>
    </values>
</CustomMetadata>
```

If Webex Contact Center has opened the region since, ignore this finding with a reason, and please report it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, closest, rule
from wxcc_lint.api.hosts import named_regions, regions
from wxcc_lint.api.salesforce import recording_settings

_CODE = re.compile(r"[A-Za-z]{2,4}\d{1,2}")


@rule(
    "salesforce/unknown-data-centre",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    sources=("help.webex.com nhxw7kfb",),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield a data centre that looks like a code and is none; other words may be meant for people."""
    for setting in recording_settings(component):
        if setting.purpose != "data-centre" or setting.region is not None:
            continue
        near = _near(setting.value)
        if not near and not _CODE.fullmatch(setting.value):
            continue
        meant = near[0].upper() if len(near) == 1 else None
        yield Problem(
            f"'{setting.value}' is not a known data centre" + (f"; did you mean '{meant}'?" if meant else ""),
            setting.at,
            help=f"write {meant}" if meant else f"known data centres: {', '.join(map(str.upper, regions()))}",
            fix=Fix(f"write {meant}", (Edit(setting.at, "set", meant),), safe=False) if meant else None,
        )


def _near(value: str) -> list[str]:
    """Return the codes that a value may stand for: that of an environment such as `prodeu1`, or the nearest ones."""
    named = next(iter(named_regions("", value.lower())), None)
    return [named.region.code] if named else [code for code in regions() if closest(value, [code])]
