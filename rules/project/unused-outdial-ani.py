"""
The layout has an outdial ANI, and the call center does not use it.

Called customers see the number of the outdial entry point, not the one that somebody wrote into the layout.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml
<item name="reqIsOutDialAniToBeSet">false</item>
```

```json bad file=layouts/agents.json at='"+14155550100"'
{
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=crm/callcenter.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json good file=layouts/agents.json
{
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "+14155550100", "isSFDCWidgetEnabled": "false"}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.hosts import placeholders
from wxcc_lint.api.salesforce import outdial_anis


@rule(
    "project/unused-outdial-ani",
    on=Project,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("cc:outdial-ani-unused",),
    sources=("help.webex.com nhxw7kfb", "published layouts"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield all numbers at once, if every call center of Version 1 has the switch off."""
    if project.environment is None:
        return
    switches = [(one, one.item("reqIsOutDialAniToBeSet")) for one in project.callcenters if one.generation == "v1"]
    off = [Label(item.at, f"'{one.label_of(item)}' is off") for one, item in switches if item and item.value == "false"]
    anis = [
        ani
        for layout in project.layouts
        for ani in outdial_anis(layout)
        if isinstance(ani.value, str) and ani.value.strip() and not placeholders(ani.value, ani.name)
    ]
    if anis and off and len(off) == len(switches):
        first, *more = anis
        yield Problem(
            f"'{first.name}' holds '{first.value}', but {off[0].message}",
            first.at,
            also=(*off, *(Label(ani.at, f"'{ani.name}' holds '{ani.value}'") for ani in more)),
            help="switch it on in the call center, if customers are to see this number",
        )
