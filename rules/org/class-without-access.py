"""
Agents may not run the Apex class for Omni-Channel state sync.

The connector asks the class on behalf of the agent. Without access no presence status is set, and the agent keeps getting chats and cases while on a call.

```yaml bad file=.wxcc-lint.yaml at="Agent"
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml bad live=crm.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json bad live=org/class-access.json
{"profiles": ["System Administrator"], "permissionSets": []}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
    agent-permission-sets: [Softphone]
```

```xml good live=crm.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json good live=org/class-access.json
{"profiles": [], "permissionSets": ["Softphone"]}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml good live=crm.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json good live=org/class-access.json
{"profiles": ["Agent"], "permissionSets": []}
```

The name of a permission set group will do under `agent-permission-sets`: it has access if one of its permission sets in the org has.

Who has the permission Author Apex may run every class without being given access, as administrators do.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, org_roles_without
from wxcc_lint.api.project import omni_switches
from wxcc_lint.api.salesforce import omni_facts


@rule(
    "org/class-without-access",
    on=Org,
    severity="error",
    evidence="verified",
    catalogue=("cc:class-access-live",),
    sources=("help.webex.com nhxw7kfb", "Salesforce Help, How Does Apex Class Security Work?"),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each declared role without access, or the first switch if nobody has it; a permission set gives it to all."""
    access, switches = org.counted("class-access"), omni_switches(org.live, "v1")
    if not isinstance(access, dict) or not switches:
        return
    name = omni_facts().class_name
    also = tuple(Label(switch.at, "state sync is on here") for switch in switches)
    help_ = f"give access to {name} in the profile of every agent, or in a permission set that all of them have"
    if not access.get("profiles") and not access.get("permissionSets"):
        message = f"no profile and no permission set has access to the Apex class '{name}'"
        yield Problem(message, switches[0].at, also=also[1:], help=help_)
        return
    for role in org_roles_without(org, access):
        yield Problem(
            f"{role.words} has no access to the Apex class '{name}' in the org", role.declared_at, also, help_
        )
