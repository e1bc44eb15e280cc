"""
A layout was never validated, and agents get it.

The API takes any content. A layout that is broken fails on the screens of agents, when they sign in.

```json bad live=desktop-layout.json at="false"
{"name": "Salesforce Agents", "validated": false, "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=team.json
{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Salesforce Agents"}
```

```json good live=desktop-layout.json
[{"name": "Salesforce Agents", "validated": true, "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}, {"name": "Draft", "validated": false}]
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
    "org/unvalidated-layout",
    on=Org,
    severity="warning",
    evidence="inferred",
    sources=("WxCC API, desktop-layout",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each active layout with teams in use that is not validated."""
    for layout in org.layouts:
        teams = teams_with(org, layout)
        if layout.is_active and layout.object.is_false("validated") and teams:
            yield Problem(
                f"the layout '{layout.name}' is not validated, and {named(teams)}",
                layout.object.at("validated"),
                help="open it in Control Hub and validate it",
            )
