"""
A user profile of supervisors lacks the module for recordings.

They cannot play recordings from Salesforce: the page says that they are not authorised.

```json bad live=user-profile.json at='"NONE"'
{"name": "Team Leads", "profileType": "SUPERVISOR", "permissions": [{"name": "RECORDING_MANAGEMENT", "access": "NONE"}]}
```

```xml bad live=customMetadata/ciscocjs__Recording_Setting.Playback.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <label>Playback</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Data_Center__c</field>
        <value xsi:type="xsd:string">EU1</value>
    </values>
</CustomMetadata>
```

```json good live=user-profile.json
{"name": "Team Leads", "profileType": "SUPERVISOR", "permissions": [{"name": "RECORDING_MANAGEMENT", "access": "VIEW"}]}
```

```xml good live=customMetadata/ciscocjs__Recording_Setting.Playback.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
    <label>Playback</label>
    <protected>false</protected>
    <values>
        <field>ciscocjs__Data_Center__c</field>
        <value xsi:type="xsd:string">EU1</value>
    </values>
</CustomMetadata>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org
from wxcc_lint.api.salesforce import recording_settings

_OFF = {"NONE", "DISABLED"}


@rule(
    "org/supervisor-without-recordings",
    on=Org,
    severity="warning",
    evidence="inferred",
    sources=("help.webex.com nhxw7kfb", "WxCC API, user-profile"),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each user profile of supervisors with the module switched off, where the vendor's package is set up for it."""
    if not any(recording_settings(one) for one in org.live.components):
        return
    for profile in org.of("user-profile"):
        if profile.text("profileType") != "SUPERVISOR" or profile.is_false("active"):
            continue
        for index, one in enumerate(profile.elements("permissions")):
            name = str(one.get("name", "")) if isinstance(one, dict) else ""
            is_module = "".join(filter(str.isalpha, name)).casefold() == "recordingmanagement"
            if is_module and one.get("access") in _OFF:
                yield Problem(
                    f"the user profile '{profile.name}' is for supervisors, and has no Recording Management",
                    profile.at("permissions", index, "access"),
                    help="switch the module on in the profile; it needs a premium licence",
                )
