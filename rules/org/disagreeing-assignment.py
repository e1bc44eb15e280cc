"""
A layout and a team do not agree that they belong together.

The assignment is kept on both sides, and one of them was changed alone. Which one counts when an agent signs in is not documented.

```json bad live=desktop-layout.json at='"team:London"'
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=team.json
{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Other"}
```

```json bad live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:Paris"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=team.json at='"desktop-layout:Salesforce Agents"'
[{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Salesforce Agents"}, {"name": "Paris", "desktopLayoutId": "desktop-layout:Salesforce Agents"}]
```

```json good live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json good live=team.json
[{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Salesforce Agents"}, {"name": "Paris"}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/disagreeing-assignment",
    on=Org,
    severity="warning",
    evidence="inferred",
    sources=("WxCC API, desktop-layout and team",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each side that says more than the other of a team in use, if both were read in full."""
    if not org.keeps("desktop-layout") or not org.keeps("team"):
        return
    for layout in org.layouts:
        if org.named("desktop-layout", layout.name) is None or "teamIds" not in layout.object.data:
            continue
        assigned = layout.object.elements("teamIds")
        for team in org.teams_in_use:
            if org.named("team", team.name) is None:
                continue
            own = team.refers_to("desktopLayoutId")
            if f"team:{team.name}" in assigned and own != layout.name:
                says = f"has '{own}'" if own else "has none"
                yield Problem(
                    f"the layout '{layout.name}' lists the team '{team.name}', and the team {says}",
                    layout.object.at("teamIds", layout.object.elements("teamIds").index(f"team:{team.name}")),
                    also=(Label(team.at("desktopLayoutId"), "the other side"),),
                    help="assign the layout to the team once more in Control Hub",
                )
            elif own == layout.name and f"team:{team.name}" not in assigned and not layout.is_global:
                yield Problem(
                    f"the team '{team.name}' has the layout '{layout.name}', which does not list it",
                    team.at("desktopLayoutId"),
                    also=(Label(layout.object.at("teamIds"), "the other side"),),
                    help="assign the layout to the team once more in Control Hub",
                )
