"""
Agents may not use the Apex class for Omni-Channel state sync.

The connector asks the class on behalf of the agent. Without access to it no presence status is set, and the agent keeps getting chats and cases while on a call.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml bad file=crm/callcenter.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml at="Profile"
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <classAccesses>
        <apexClass>Billing</apexClass>
        <enabled>true</enabled>
    </classAccesses>
</Profile>
```

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-permission-sets: [Softphone]
```

```xml bad file=crm/callcenter.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```xml bad file=force-app/main/default/permissionsets/Softphone.permissionset-meta.xml at="false"
<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <classAccesses>
        <apexClass>sfdcOmniChannel</apexClass>
        <enabled>false</enabled>
    </classAccesses>
    <label>Softphone</label>
</PermissionSet>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent, Standard User]
    agent-permission-sets: [Softphone]
```

```xml good file=crm/callcenter.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
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

```xml good file=force-app/main/default/permissionsets/Softphone/Softphone.classAccess-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet>
    <classAccesses>
        <apexClass>sfdcOmniChannel</apexClass>
        <enabled>true</enabled>
    </classAccesses>
</PermissionSet>
```

A permission set that has the access gives it to all agents. Who has the permission Author Apex, as administrators have, may use every class. A retrieved profile tells only of classes that were retrieved along with it. Where a `package.xml` asks for the profile, the profile counts only if the same file asks for the class; where none does, a profile without any class says nothing. Where the class itself is missing, only that is told.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import AgentRole, has_omni_class, omni_switches, roles_without
from wxcc_lint.api.salesforce import omni_facts


@rule(
    "project/omni-class-without-access",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-needs-class-access",),
    sources=("help.webex.com nhxw7kfb", "Salesforce Help, How Does Apex Class Security Work?"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each role that leaves agents without access, where a call center of Version 1 needs the class."""
    switches = omni_switches(project, "v1")
    if not switches:
        return
    name = omni_facts().class_name
    for role in roles_without(project, lambda role: _may_use(role, project)):
        access = role.entry("classAccesses", "apexClass", name, gives="enabled")
        yield Problem(
            f"{role.words} has no access to the Apex class '{name}'",
            access.text_at("enabled") if access else role.list_at,
            also=tuple(Label(switch.at, "state sync is on here") for switch in switches),
            help=f"give access to {name} there, or name a permission set that gives it under agent-permission-sets",
        )


def _may_use(role: AgentRole, project: Project) -> bool:
    """Tell whether a role gives access, or may give it without its files saying so."""
    access = role.entry("classAccesses", "apexClass", omni_facts().class_name, gives="enabled")
    if access is not None:
        return access.is_true("enabled")
    author = role.entry("userPermissions", "name", "AuthorApex", gives="enabled")
    may_use_all = role.is_administrator or (author is not None and author.is_true("enabled"))
    return may_use_all or not _is_telling(role, project)


def _is_telling(role: AgentRole, project: Project) -> bool:
    """Tell whether a role lacks access that does not name the class.

    A profile holds only what it was retrieved with. Where the class itself is missing, another rule says so.
    """
    name = omni_facts().class_name
    is_whole = role.type == "PermissionSet" or project.asks_for({"ApexClass": name, "Profile": role.name})
    if not is_whole and project.asks_for({"Profile": role.name}):
        return False
    if any(role.entries("classAccesses")):
        return has_omni_class(project) or not project.keeps("ApexClass", name)
    return is_whole and has_omni_class(project)
