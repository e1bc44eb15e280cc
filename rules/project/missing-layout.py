"""
A declared layout is not there.

What the environment says of this layout is said of nothing: no rule looks at it, and nothing can be compared with the tenant.

```yaml bad file=.wxcc-lint.yaml at="layouts/prod/agent.json"
environments:
  prod:
    files: ["layouts/prod/**"]
    layouts:
      Salesforce Agents: layouts/prod/agent.json
```

```json bad file=layouts/prod/agents.json
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/prod/**"]
    layouts:
      Salesforce Agents: layouts/prod/agents.json
```

```json good file=layouts/prod/agents.json
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

The path counts from the folder of the config, and `files` of the environment has to list the layout as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, rule
from wxcc_lint.api.project import declared_layouts, is_unread


@rule(
    "project/missing-layout",
    on=Project,
    severity="error",
    evidence="verified",
    sources=("docs of wxcc-lint",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each declared path at which the environment has no layout; a file that cannot be read is told for itself."""
    environment = project.environment
    for name, layout in declared_layouts(project).items():
        if environment is not None and layout is None and not is_unread(project, name):
            path = environment.layouts[name]
            yield Problem(
                f"the layout '{name}' is not there: '{environment.name}' has no desktop layout '{path}'",
                environment.at("layouts", name),
                help=f"correct the path, or see that 'files' of '{environment.name}' lists it",
            )
