"""
The layout shows a number to called customers that the tenant does not have.

Webex places a call only with a number of its own: click-to-dial is rejected.

```xml bad live=crm.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json bad live=desktop-layout.json at='"+14155550199"'
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550199", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=outdial-ani.json
{"name": "Main", "outdialANIEntries": [{"name": "Office", "number": {"mask": "…0100", "hmac": "5f"}, "defaultANIEntry": true}]}
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

A snapshot has numbers masked. Without the key, the digits that a mask shows decide whether it may be the same number.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org, entries_with, last_digits, shown_numbers


@rule(
    "org/unknown-outdial-ani",
    on=Org,
    severity="error",
    evidence="verified",
    catalogue=("cc:outdial-ani-exists",),
    sources=("help.webex.com nhxw7kfb", "WxCC API, outdial-ani"),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each number in an active layout that is no entry of an outdial ANI, if all entries were read."""
    if not org.keeps("outdial-ani"):
        return
    for shown in shown_numbers(org):
        if not entries_with(org, shown.value):
            yield Problem(
                f"the layout '{shown.layout}' shows the number {last_digits(shown.value)}, which is no outdial ANI",
                shown.at,
                help="add the number to an outdial ANI in Control Hub, or write one that is there",
            )
