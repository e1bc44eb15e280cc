"""
Files of one environment name different regions.

A tenant lives in one region. A widget that asks another one gets no data, or that of somebody else's tenant is refused to it.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    region: eu1
```

```json bad file=layouts/agents.json at="us1"
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-us1.cisco.com"}
}
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["crm/**", "layouts/**"]
```

```xml bad file=crm/callcenter.xml at="eu1"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```json bad file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-us1.cisco.com"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    region: eu1
```

```json good file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-eu1.cisco.com"}
}
```

With a declared region, layouts and the allowed list are held against it. Without one, what most files name is taken for right, and between two files the first one is told. A call center in another region than the declared one has a rule of its own, `project/mismatched-region`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, region_conflicts, region_problem, rule


@rule(
    "project/conflicting-regions",
    on=Project,
    severity="warning",
    evidence="inferred",
    aliases=("layout/mismatched-region",),
    catalogue=("dl:hardcoded-datacenter",),
    supersedes=("layout/hardcoded-region", "callcenter/shipped-region"),
    sources=("sample widgets of the vendor", "field notes"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each wrong region with all places that name it, unless a call center contradicts the declared region."""
    environment = project.environment
    for conflict in region_conflicts(project):
        if environment is not None and (conflict.declared is None or not conflict.in_callcenter):
            yield region_problem(environment, conflict)
