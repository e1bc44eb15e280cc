"""
A team has no layout of its own, while others have one for Salesforce.

Its agents get the global layout, which has no Salesforce connector.

```json bad live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json bad live=team.json at='"Paris"'
[{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Salesforce Agents"}, {"name": "Paris", "active": true, "teamStatus": "IN_SERVICE"}]
```

```json good live=desktop-layout.json
{"name": "Salesforce Agents", "teamIds": ["team:London"], "jsonFileContent": {
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}}
```

```json good live=team.json
[{"name": "London", "active": true, "teamStatus": "IN_SERVICE", "desktopLayoutId": "desktop-layout:Salesforce Agents"}, {"name": "Paris", "active": false, "teamStatus": "IN_SERVICE"}]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, is_for_salesforce, named


@rule(
    "org/team-on-default-layout",
    on=Org,
    severity="info",
    profile="strict",
    evidence="inferred",
    sources=("WxCC API, team",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield all teams in use without a layout at once, unless the global layout has the connector, too."""
    if not org.keeps("desktop-layout"):
        return
    ours = [one for one in org.layouts if one.is_active and is_for_salesforce(one)]
    without = [team for team in org.teams_in_use if not team.data.get("desktopLayoutId")]
    if ours and without and not any(one.is_global for one in ours):
        first, *more = without
        yield Problem(
            f"{named(without, 'has', 'have')} no layout, so the global one, which has no Salesforce connector",
            first.at("name"),
            also=tuple(Label(team.at("name"), "this one as well") for team in more),
            help=f"assign '{ours[0].name}' to those that work in Salesforce",
        )
