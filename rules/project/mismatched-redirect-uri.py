"""
The redirect URI of recording playback is not the API URL with `/auth`.

After signing in, the pop-up goes back to that address. With another one it ends in an error, and supervisors cannot play recordings.

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="/login"
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
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com/login</value>
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
    <labels>
        <fullName>Recording_Redirect</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Redirect</shortDescription>
        <value>https://audioconnector.prodeu1.ciscoccservice.com</value>
    </labels>
</CustomLabels>
```

```xml good file=force-app/main/default/customMetadata/ciscocjs__Setting.Api.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>API URL</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Value__c</field>
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com</value>
    </values>
</CustomMetadata>
```

```xml good file=force-app/main/default/customMetadata/ciscocjs__Setting.Redirect.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Redirect URI</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Value__c</field>
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com/auth</value>
    </values>
</CustomMetadata>
```

```xml bad file=force-app/main/default/customMetadata/ciscocjs__Setting.Api.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>API URL</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Value__c</field>
        <value xsi:type="xsd:string">https://audioconnector.prodeu1.ciscoccservice.com</value>
    </values>
</CustomMetadata>
```

```xml bad file=force-app/main/default/customMetadata/ciscocjs__Setting.Redirect.md-meta.xml at="desktop.wxcc-eu1.cisco.com"
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Redirect URI</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Value__c</field>
        <value xsi:type="xsd:string">https://desktop.wxcc-eu1.cisco.com/auth</value>
    </values>
</CustomMetadata>
```

Compared are settings of one file, and, where each has a file of its own, those beside it. An address of another region is told by `project/conflicting-regions` or `project/mixed-recording-regions`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Place, Problem, Project, rule
from wxcc_lint.api.salesforce import RecordingSetting, recording_records, redirect_path


@rule(
    "project/mismatched-redirect-uri",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:recording-url-consistency",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each redirect URI beside an API URL that it does not fit."""
    for record in recording_records(project.components):
        api, redirect = record.only("api"), record.only("redirect")
        if api is None or api.url is None or redirect is None:
            continue
        wrong = _wrong(redirect)
        if wrong is not None:
            right = f"https://{api.url.host}{redirect_path()}"
            yield Problem(
                f"'{redirect.name}' is '{redirect.value}', not '{right}'",
                wrong,
                also=(Label(api.at, f"this is '{api.name}'"),),
                help=f"write {right}",
                fix=Fix(f"write {right}", (Edit(redirect.at, "set", right),), safe=False),
            )


def _wrong(redirect: RecordingSetting) -> Place | None:
    """Return the part of a redirect URI that is wrong whatever the region is."""
    url = redirect.url
    if url is None or (url.serves_recordings and url.rest == redirect_path()):
        return None
    if not url.serves_recordings:
        return redirect.part(url.host_start, url.host_end)
    return redirect.part(url.host_end, len(redirect.value)) if url.rest else redirect.at
