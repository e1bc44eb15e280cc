"""
The entry point behind the number that called customers see does not work.

It is switched off, or has no flow. Who calls back reaches nobody.

```xml bad live=crm.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json bad live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=outdial-ani.json
{"name": "Main", "outdialANIEntries": [{"name": "Office", "number": {"mask": "…0100", "hmac": "5f"}, "defaultANIEntry": true}]}
```

```json bad live=dial-number.json
{"dialledNumber": {"mask": "…0100", "hmac": "5f"}, "entryPointId": "entry-point:Outbound"}
```

```json bad live=entry-point.json at="false"
{"name": "Outbound", "entryPointType": "OUTBOUND", "active": false, "flowId": "4f1c"}
```

```xml bad live=crm.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json bad live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=outdial-ani.json
{"name": "Main", "outdialANIEntries": [{"name": "Office", "number": {"mask": "…0100", "hmac": "5f"}, "defaultANIEntry": true}]}
```

```json bad live=dial-number.json
{"dialledNumber": {"mask": "…0100", "hmac": "5f"}, "entryPointId": "entry-point:Outbound"}
```

```json bad live=entry-point.json at='"Outbound"'
{"name": "Outbound", "entryPointType": "OUTBOUND", "active": true}
```

```xml good live=crm.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json good live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json good live=outdial-ani.json
{"name": "Main", "outdialANIEntries": [{"name": "Office", "number": {"mask": "…0100", "hmac": "5f"}, "defaultANIEntry": true}]}
```

```json good live=dial-number.json
{"dialledNumber": {"mask": "…0100", "hmac": "5f"}, "entryPointId": "entry-point:Outbound"}
```

```json good live=entry-point.json
{"name": "Outbound", "entryPointType": "OUTBOUND", "active": true, "flowId": "4f1c"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, entries_with, last_digits, mapped_to, shown_numbers


@rule(
    "org/entry-point-without-flow",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:outdial-ani-exists",),
    sources=("WxCC API, entry-point",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each such entry point once."""
    told = set()
    for shown in shown_numbers(org):
        for _, number in entries_with(org, shown.value)[:1]:
            for mapping in mapped_to(org, number):
                point = org.named("entry-point", mapping.refers_to("entryPointId") or "")
                if point is None or point.name in told:
                    continue
                told.add(point.name)
                is_off = point.is_false("active")
                if is_off or not point.text("flowId"):
                    yield Problem(
                        f"the entry point '{point.name}' {'is not active' if is_off else 'has no flow'},"
                        f" and the number {last_digits(number)} leads there",
                        point.at("active" if is_off else "name"),
                        also=(Label(shown.at, "customers see this number"),),
                        help="activate it in Control Hub" if is_off else "give it a flow in Control Hub",
                    )
