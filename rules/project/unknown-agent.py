"""
The config names a profile or permission set of agents that the project does not have.

Nothing is said of the access of these agents: what they lack goes unnoticed until one of them is on the phone.

```yaml bad file=.wxcc-lint.yaml at=Agnet
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agnet]
```

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <classAccesses>
        <apexClass>sfdcOmniChannel</apexClass>
        <enabled>true</enabled>
    </classAccesses>
</Profile>
```

```xml bad file=crm/callcenter.xml
<item name="reqSoftphoneWidth">550</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [agent, Standard User]
```

```xml good file=force-app/main/default/profiles/Agent.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <custom>true</custom>
</Profile>
```

```xml good file=force-app/main/default/profiles/Standard.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <custom>false</custom>
</Profile>
```

Standard profiles may be named as in Setup or as their files. Where the project keeps no profile at all, any name is fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, did_you_mean, rule
from wxcc_lint.api.project import agent_roles


@rule(
    "project/unknown-agent",
    on=Project,
    severity="warning",
    evidence="inferred",
    sources=("Metadata API Developer Guide, Profile and PermissionSet",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each declared role without a file, where the project keeps files of its type."""
    for role in agent_roles(project):
        if project.names_of(role.type) and not role.components and not role.is_unread:
            yield Problem(
                f"the project has no file of {role.words}{did_you_mean(role.name, project.names_of(role.type))}",
                role.declared_at,
                help="write the name of its file, retrieve it from the org, or take it out: without a file nothing is told of it",
            )
