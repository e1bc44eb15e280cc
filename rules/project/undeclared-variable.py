"""
A variable in a file is declared nowhere.

Nothing can be filled in for it: it stays as it is, in an address or a text, and what depends on the value is not checked.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    variables: {ORDERS_HOST: widgets.acme.com}
```

```json bad file=layouts/agents.json at="${ORDER_HOST}"
{"comp": "acme-orders", "script": "https://${ORDER_HOST}/orders/1.4.0/orders.js"}
```

```json bad file=layouts/agents.json at="${ORDERS_HOST}"
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

In the second example the file belongs to no environment, so that nothing is declared for it. A variable is `${NAME}` in capitals; `${name}` may be the syntax of something else, and is filled in where it is declared.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Place, Problem, Project, did_you_mean, rule
from wxcc_lint.api.project import open_references


@rule(
    "project/undeclared-variable",
    on=Project,
    severity="error",
    evidence="verified",
    alone=True,
    sources=("docs of wxcc-lint",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each name with all its places; files of no environment do not belong together, and are told one by one."""
    places: dict[tuple[str, str], list[Place]] = {}
    for reference in open_references(project):
        file = "" if project.environment else reference.at.document.root.name
        places.setdefault((reference.name, file), []).append(reference.at)
    for (name, _), (first, *more) in places.items():
        message, help_ = _words(project, name)
        yield Problem(message, first, also=tuple(Label(place, "here as well") for place in more), help=help_)


def _words(project: Project, name: str) -> tuple[str, str]:
    if project.environment is None:
        return (
            f"'${{{name}}}' stands for nothing: the file belongs to no environment",
            f"list the file under an environment in .wxcc-lint.yaml, and declare {name} under its 'variables'",
        )
    declared = project.environment.variables
    return (
        f"the variable '{name}' is not declared{did_you_mean(name, declared)}",
        f"declare {name} under 'variables' of '{project.environment.name}' in .wxcc-lint.yaml",
    )
