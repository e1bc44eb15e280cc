"""
A declared variable is used nowhere.

It may be left over, or misspelt in the files. Whoever changes it waits for an effect that does not come.

```yaml bad file=.wxcc-lint.yaml at="OLD_HOST"
environments:
  prod:
    files: ["**"]
    variables: {ORDERS_HOST: widgets.acme.com, OLD_HOST: cdn.acme.com}
```

```json bad file=layouts/agents.json
{"comp": "acme-orders", "script": "https://${ORDERS_HOST}/orders/1.4.0/orders.js"}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    variables: {ORDERS_HOST: widgets.acme.com}
```

```json good file=layouts/agents.json
{"comp": "acme-orders", "script": "https://${ORDERS_HOST}/orders/1.4.0/orders.js"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, rule
from wxcc_lint.api.project import used_variables


@rule(
    "project/unused-variable",
    on=Project,
    severity="info",
    profile="strict",
    evidence="verified",
    sources=("docs of wxcc-lint",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each name that no file of the environment has, unless one of them could not be read."""
    if project.environment is None or project.unread:
        return
    used = used_variables(project)
    for name in project.environment.variables:
        if name not in used:
            yield Problem(
                f"nothing uses the variable '{name}'",
                project.environment.at("variables", name).key(),
                help="take it out, or write it where its value stands in the files",
            )
