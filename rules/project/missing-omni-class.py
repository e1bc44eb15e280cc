"""
State sync with Omni-Channel is on, and the Apex class that it asks is not among the project's classes.

Without the class in the org the connector cannot set a presence status: agents keep getting chats and cases while they are on a call.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml at="true"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```apex bad file=force-app/main/default/classes/sfdcOmniChannelTest.cls
@IsTest
private class sfdcOmniChannelTest {
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good file=crm/callcenter.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```apex good file=force-app/main/default/classes/sfdcOmniChannel.cls
global class sfdcOmniChannel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
}
```

A project that keeps no Apex class, and whose manifest asks for none, says nothing of what is in the org.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, closest, rule
from wxcc_lint.api.project import has_omni_class, misspelt_omni_classes, omni_switches
from wxcc_lint.api.salesforce import omni_facts


@rule(
    "project/missing-omni-class",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-needs-apex",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield one problem for each call center of Version 1 that needs the class."""
    name = omni_facts().class_name
    if not project.keeps("ApexClass", name) or has_omni_class(project) or misspelt_omni_classes(project):
        return
    others = [other for other in project.names_of("ApexClass") if name.casefold() not in other.casefold()]
    near = closest(name, others)
    instead = f"; is '{near}' meant to be it?" if near else ""
    for switch in omni_switches(project, "v1"):
        yield Problem(
            f"state sync needs the Apex class '{name}', and the project has none{instead}",
            switch.at,
            help=f"add {name}.cls as the vendor's article has it, or retrieve it from the org",
        )
