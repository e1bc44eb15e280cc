"""
A layout is assigned to teams and switched off.

Their agents get the global layout instead: without the widgets they work with.

```json bad live=desktop-layout.json at="false"
{"name": "Salesforce Agents", "status": false, "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=team.json
{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Salesforce Agents"}
```

```json good live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json good live=team.json
{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Salesforce Agents"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org, named, teams_with


@rule(
    "org/inactive-layout",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:desktop-layout-team",),
    supersedes=("org/unvalidated-layout",),
    sources=("WxCC API, desktop-layout",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each layout that is not active and has teams in use."""
    for layout in org.layouts:
        teams = teams_with(org, layout)
        if not layout.is_active and teams:
            yield Problem(
                f"the layout '{layout.name}' is not active, and {named(teams)}",
                layout.object.at("status"),
                help="activate it in Control Hub, or assign another one",
            )
