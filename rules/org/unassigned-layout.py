"""
A layout for Salesforce is assigned to no team in use.

No agent gets it: in Salesforce they see the softphone without the widgets of the connector.

```json bad live=desktop-layout.json at='"Salesforce Agents"'
{"name": "Salesforce Agents", "teamIds": [], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=team.json
{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Other"}
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

Where every team of a tenant works in Salesforce, the global layout may have the connector: it needs no teams.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org, is_for_salesforce, teams_with


@rule(
    "org/unassigned-layout",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:desktop-layout-team",),
    sources=("WxCC API, desktop-layout",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each active layout with the connector that no team in use has, if all teams were read."""
    if not org.keeps("team") or not org.keeps("desktop-layout"):
        return
    for layout in org.layouts:
        if not layout.is_active or layout.is_global or not is_for_salesforce(layout):
            continue
        if not teams_with(org, layout):
            yield Problem(
                f"the layout '{layout.name}' has the Salesforce connector, and no team in use is assigned to it",
                layout.object.at("name"),
                help="assign it to the teams that work in Salesforce",
            )
