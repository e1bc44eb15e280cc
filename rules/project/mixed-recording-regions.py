"""
Settings of recording playback that belong together name different regions.

A tenant's recordings are in one data centre. Asked for elsewhere they are not found, and supervisors hear nothing.

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="us1"
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Recording</label>
    <protected>false</protected>
    <values>
        <field>Data_Center__c</field>
        <value xsi:type="xsd:string">EU1</value>
    </values>
    <values>
        <field>Api_Url__c</field>
        <value xsi:type="xsd:string">https://audioconnector.produs1.ciscoccservice.com</value>
    </values>
    <values>
        <field>Redirect_Uri__c</field>
        <value xsi:type="xsd:string">https://audioconnector.produs1.ciscoccservice.com/auth</value>
    </values>
</CustomMetadata>
```

```xml good file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Recording</label>
    <protected>false</protected>
    <values>
        <field>Data_Center__c</field>
        <value xsi:type="xsd:string">EU1</value>
    </values>
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

```xml bad file=force-app/main/default/labels/CustomLabels.labels-meta.xml at="EU1"
<?xml version="1.0" encoding="UTF-8"?>
<CustomLabels xmlns="http://soap.sforce.com/2006/04/metadata">
    <labels>
        <fullName>Recording_Data_Center</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Data_Center</shortDescription>
        <value>EU1</value>
    </labels>
    <labels>
        <fullName>Recording_Api</fullName>
        <language>en_US</language>
        <protected>true</protected>
        <shortDescription>Recording_Api</shortDescription>
        <value>https://audioconnector.prodjp1.ciscoccservice.com</value>
    </labels>
</CustomLabels>
```

The package comes with North America, so a setting that still says so is the one that is told. Where the files belong to an environment, `project/conflicting-regions` holds them against its region and its other files.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.salesforce import RecordingSetting, recording_records, shipped_recording_region


@rule(
    "project/mixed-recording-regions",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:recording-region",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each record with several regions, of files that belong to no environment."""
    if project.environment is not None:
        return
    for record in recording_records(project.components):
        found = [record.only(purpose) for purpose in ("data-centre", "api", "redirect")]
        named = [one for one in found if one is not None and one.region is not None]
        if all(one.region == named[0].region for one in named):
            continue
        shipped = [one for one in named if one.region == shipped_recording_region()]
        wrong = (shipped or named)[0]
        others = [one for one in named if one is not wrong]
        other = next(one for one in others if one.region != wrong.region)
        yield Problem(
            f"{_sentence(wrong)}, but {_sentence(other)}",
            wrong.region_at,
            also=tuple(Label(one.region_at, _sentence(one)) for one in others),
            help="write the region of your tenant in all of them",
        )


def _sentence(setting: RecordingSetting) -> str:
    assert setting.region is not None, "only settings that name one are compared"
    return f"'{setting.name}' is for {setting.region.code} ({setting.region.label})"
