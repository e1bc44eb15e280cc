"""
The Apex class for Omni-Channel state sync has nearly the name that the connector calls.

The connector does not find the class, so it cannot set a presence status: agents keep getting chats and cases while they are on a call.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml bad file=crm/callcenter.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```apex bad file=force-app/main/default/classes/sfdcOmniChanel.cls at="sfdcOmniChanel"
global class sfdcOmniChanel {
    webservice static String FetchOmniPresenceStatusCodes() {
        return JSON.serialize([SELECT Id, MasterLabel FROM ServicePresenceStatus]);
    }
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
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import has_omni_class, misspelt_omni_classes, omni_switches
from wxcc_lint.api.salesforce import omni_facts


@rule(
    "project/misspelt-omni-class",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:omni-apex-name-space",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each such class where a call center of Version 1 needs the right one, and the project has none."""
    switches = omni_switches(project, "v1")
    if project.environment is None or not switches or has_omni_class(project):
        return
    name = omni_facts().class_name
    for source in misspelt_omni_classes(project):
        yield Problem(
            f"the connector does not know '{source.name.text}'; did you mean '{name}'?",
            source.name.at,
            also=tuple(Label(switch.at, "state sync is on here") for switch in switches),
            help=f"write {name}, and name the file and the -meta.xml beside it likewise",
        )
