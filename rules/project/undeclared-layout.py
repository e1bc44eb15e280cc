"""
The environment declares layouts, but not this one.

A layout file has no name of its own. Without one from the config it cannot be compared with what the tenant has under that name.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    layouts:
      Salesforce Agents: layouts/agents.json
```

```json bad file=layouts/agents.json
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```json bad file=layouts/supervisors.json at='"agent"'
{
  "agent": {"area": {}},
  "supervisor": {"area": {}},
  "supervisorAgent": {"area": {}}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    layouts:
      Salesforce Agents: layouts/agents.json
```

```json good file=layouts/agents.json
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import declared_layouts, undeclared_layouts


@rule(
    "project/undeclared-layout",
    on=Project,
    severity="info",
    profile="strict",
    evidence="verified",
    sources=("docs of wxcc-lint",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each layout without a name, at the first of its roles, if others have one.

    While a declared one is missing, that is told alone: it may be this one under another path.
    """
    environment, declared = project.environment, declared_layouts(project)
    if environment is None or not declared or not all(declared.values()):
        return
    for layout in undeclared_layouts(project):
        role = next(iter(layout.roles()), None)
        yield Problem(
            f"'{environment.name}' declares other layouts, but not this one",
            role.at.key() if role and role.name else layout.root_at.key(),
            also=(Label(environment.at("layouts").key(), "the declared ones"),),
            help="write its name in Control Hub and its path under 'layouts', or take it out of 'files'",
        )
