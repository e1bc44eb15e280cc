"""
Two call centers of one environment have the same internal name.

Salesforce knows a call center by its internal name. It refuses to import the second one, and a deployment overwrites the first.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/sales.xml at="WebexCCAgentDesktopV20241121"
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```xml bad file=crm/service.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["prod/**"]
  test:
    files: ["test/**"]
```

```xml good file=prod/call-center.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```xml good file=test/call-center.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

A file for import and one in metadata form may have one name: they are the same call center twice, before and after it was imported. Files of no environment may belong to several orgs, and are not compared.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Place, Problem, Project, rule
from wxcc_lint.api.callcenter import GENERAL


@rule(
    "project/duplicate-internal-name",
    on=Project,
    severity="error",
    evidence="verified",
    catalogue=("cc:internal-name-duplicate",),
    sources=("Salesforce Open CTI Developer Guide",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each name that several files of one form have."""
    named: dict[tuple[str, str], list[CallCenter]] = {}
    for callcenter in project.callcenters if project.environment else ():
        if callcenter.internal_name:
            named.setdefault((callcenter.form, callcenter.internal_name), []).append(callcenter)
    for (_, name), (first, *more) in named.items():
        if more:
            yield Problem(
                f"{len(more) + 1} call centers have the internal name '{name}'",
                _place(first),
                also=tuple(Label(_place(other), "the same name") for other in more),
                help="keep one of them in the environment, or give each a name of its own",
            )


def _place(callcenter: CallCenter) -> Place:
    item = callcenter.item("reqInternalName", GENERAL)
    return item.at if item else callcenter.root_at
