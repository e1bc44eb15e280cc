"""
Files of one environment name different regions.

A tenant lives in one region. A widget that asks another one gets no data, or that of somebody else's tenant is refused to it.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    region: eu1
```

```json bad file=layouts/agents.json at="us1"
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-us1.cisco.com"}
}
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["crm/**", "layouts/**"]
```

```xml bad file=crm/callcenter.xml at="eu1"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```json bad file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-us1.cisco.com"}
}
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["force-app/**"]
    region: eu1
```

```xml bad file=force-app/main/default/customMetadata/Telephony.Recording.md-meta.xml at="US1"
<?xml version="1.0" encoding="UTF-8"?>
<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsd="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
    <label>Recording</label>
    <protected>false</protected>
    <values>
        <field>Data_Center__c</field>
        <value xsi:type="xsd:string">US1</value>
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

```xml bad file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.produs1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    region: eu1
```

```json good file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-eu1.cisco.com"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["force-app/**"]
    region: eu1
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

```xml good file=force-app/main/default/remoteSiteSettings/Recordings.remoteSite-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<RemoteSiteSetting xmlns="http://soap.sforce.com/2006/04/metadata">
    <disableProtocolSecurity>false</disableProtocolSecurity>
    <isActive>true</isActive>
    <url>https://audioconnector.prodeu1.ciscoccservice.com</url>
</RemoteSiteSetting>
```

With a declared region, the settings of recording playback, sites for its hosts, layouts and the allowed list are held against it. Without one, what most files name is taken for right, and between two files the first one is told. A call center in another region than the declared one has a rule of its own, `project/mismatched-region`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, rule
from wxcc_lint.api.project import region_conflicts, region_problem


@rule(
    "project/conflicting-regions",
    on=Project,
    severity="warning",
    evidence="inferred",
    aliases=("layout/mismatched-region",),
    catalogue=("dl:hardcoded-datacenter", "cc:recording-region"),
    supersedes=("layout/hardcoded-region", "callcenter/shipped-region", "salesforce/lower-case-data-centre"),
    sources=("sample widgets of the vendor", "field notes"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each wrong region with all places that name it, unless a call center contradicts the declared region."""
    environment = project.environment
    for conflict in region_conflicts(project):
        if environment is not None and (conflict.declared is None or not conflict.in_callcenter):
            yield region_problem(environment, conflict)
