"""
The connector is to set an outdial ANI, and the layout has none.

Click-to-dial then asks for a call with a number that is none, and the call is rejected.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```json bad file=layouts/agents.json at="<OutDialAniValue>"
{
  "comp": "agentx-custom-desktop",
  "script": "https://cx-crmconnector.ciscoccservice.com/salesforce/v1.1.9/dist/index.js",
  "attributes": {"outDialAni": "<OutDialAniValue>", "isSFDCWidgetEnabled": "false"}
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

All layouts of the environment are told together. While the switch is off, `layout/leftover-placeholder` tells the placeholder.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.hosts import placeholders
from wxcc_lint.api.salesforce import ConnectorSetting, outdial_anis


@rule(
    "project/leftover-outdial-ani",
    on=Project,
    severity="error",
    evidence="verified",
    catalogue=("cc:outdial-ani-placeholder",),
    supersedes=("layout/leftover-placeholder",),
    sources=("help.webex.com nhxw7kfb", "published layouts"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield all placeholders and blanks at once, if a call center of the environment has the switch on."""
    if project.environment is None:
        return
    switches = [(one, one.item("reqIsOutDialAniToBeSet")) for one in project.callcenters if one.generation == "v1"]
    on = [Label(item.at, f"'{one.label_of(item)}' is on") for one, item in switches if item and item.value == "true"]
    found = [fault for layout in project.layouts for ani in outdial_anis(layout) for fault in _faults(ani)]
    if on and found:
        first, *more = found
        yield Problem(
            f"{first.message}, but {on[0].message}",
            first.place,
            also=(*on, *more),
            help="write an outdial ANI of your tenant, or switch it off in the call center",
        )


def _faults(ani: ConnectorSetting) -> Iterator[Label]:
    if not isinstance(ani.value, str):
        return
    if not ani.value.strip():
        yield Label(ani.at, f"'{ani.name}' is blank")
    for one in placeholders(ani.value, ani.name)[:1]:
        yield Label(ani.at.slice(one.start, one.end), f"'{ani.name}' still holds the placeholder '{one.text}'")
