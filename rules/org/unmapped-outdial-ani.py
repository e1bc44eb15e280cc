"""
The number that called customers see is mapped to no entry point.

Who calls back reaches nobody.

```xml bad live=crm.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json bad live=desktop-layout.json at='"+14155550100"'
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
{"dialledNumber": {"mask": "…0177", "hmac": "61"}, "entryPointId": "entry-point:Outbound"}
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
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org, entries_with, last_digits, mapped_to, shown_numbers


@rule(
    "org/unmapped-outdial-ani",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:outdial-ani-exists",),
    sources=("WxCC API, dial-number",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each number in an active layout that is an outdial ANI and leads nowhere, if all mappings were read."""
    if not org.keeps("dial-number"):
        return
    for shown in shown_numbers(org):
        for ani, number in entries_with(org, shown.value)[:1]:
            if not mapped_to(org, number):
                yield Problem(
                    f"the number {last_digits(number)} of the outdial ANI '{ani.name}' is mapped to no entry point",
                    shown.at,
                    help="map it to an entry point in Control Hub, so that customers can call back",
                )
