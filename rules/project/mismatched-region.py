"""
The call center is for another region than the environment is in.

A tenant lives in one region. In another one its agents cannot sign in.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["crm/**", "layouts/**"]
    region: eu1
    allowlist: ["*.force.com", "*.salesforce.com", "desktop.wxcc-us1.cisco.com", "widgets.acme.com"]
```

```xml bad file=crm/callcenter.xml at="us1"
<item name="reqAdapterUrl">https://desktop.wxcc-us1.cisco.com/</item>
```

```json bad file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"dataCenter": "produs1"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["crm/**", "layouts/**"]
    region: eu1
    allowlist: ["*.force.com", "*.salesforce.com", "desktop.wxcc-eu1.cisco.com", "widgets.acme.com"]
```

```xml good file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```json good file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"dataCenter": "prodeu1"}
}
```

The region of an environment is that of its Webex Contact Center tenant. Version 1 states it in the adapter URL, Version 2 in `openCtiWxCCRegion`. All that names the same wrong region is told in one finding: the settings of recording playback, layouts and the allowed list as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, rule
from wxcc_lint.api.project import region_conflicts, region_problem


@rule(
    "project/mismatched-region",
    on=Project,
    severity="error",
    needs=("region",),
    evidence="verified",
    aliases=("callcenter/mismatched-region",),
    catalogue=("cc:adapter-url-region-mismatch", "cc:recording-region"),
    supersedes=("layout/hardcoded-region", "salesforce/lower-case-data-centre"),
    sources=("help.webex.com nhxw7kfb", "README of the vendor's definition file"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each wrong region that a call center states, with the other places that name it."""
    environment = project.environment
    for conflict in region_conflicts(project):
        if environment is not None and conflict.declared is not None and conflict.in_callcenter:
            yield region_problem(environment, conflict)
