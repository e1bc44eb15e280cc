"""
No app that agents have holds the softphone in its utility bar.

In Lightning Experience the softphone opens from the utility bar of an app. Agents find none there, and calls do not reach them in Salesforce.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml bad file=crm/callcenter.xml
<item name="reqSalesforceCompatibilityMode">Lightning</item>
```

```xml bad file=force-app/main/default/profiles/Agent.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <applicationVisibilities>
        <application>Acme_Service</application>
        <default>true</default>
        <visible>true</visible>
    </applicationVisibilities>
</Profile>
```

```xml bad file=force-app/main/default/applications/Acme_Service.app-meta.xml at="Acme_Service_UtilityBar"
<?xml version="1.0" encoding="UTF-8"?>
<CustomApplication xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Acme Service</label>
    <uiType>Lightning</uiType>
    <utilityBar>Acme_Service_UtilityBar</utilityBar>
</CustomApplication>
```

```xml bad file=force-app/main/default/flexipages/Acme_Service_UtilityBar.flexipage-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
    <flexiPageRegions>
        <itemInstances>
            <componentInstance>
                <componentName>runtime_service_omnichannel:omniWidget</componentName>
            </componentInstance>
        </itemInstances>
        <name>utilityItems</name>
        <type>Region</type>
    </flexiPageRegions>
    <masterLabel>Acme Service</masterLabel>
    <type>UtilityBar</type>
</FlexiPage>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    agent-profiles: [Agent]
```

```xml good file=crm/callcenter.xml
<item name="reqSalesforceCompatibilityMode">Lightning</item>
```

```xml good file=force-app/main/default/profiles/Agent.profile-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<Profile xmlns="http://soap.sforce.com/2006/04/metadata">
    <applicationVisibilities>
        <application>Acme_Service</application>
        <default>true</default>
        <visible>true</visible>
    </applicationVisibilities>
</Profile>
```

```xml good file=force-app/main/default/applications/Acme_Service.app-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomApplication xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Acme Service</label>
    <uiType>Lightning</uiType>
    <utilityBar>Acme_Service_UtilityBar</utilityBar>
</CustomApplication>
```

```xml good file=force-app/main/default/flexipages/Acme_Service_UtilityBar.flexipage-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<FlexiPage xmlns="http://soap.sforce.com/2006/04/metadata">
    <flexiPageRegions>
        <itemInstances>
            <componentInstance>
                <componentName>opencti:softPhone</componentName>
            </componentInstance>
        </itemInstances>
        <name>utilityItems</name>
        <type>Region</type>
    </flexiPageRegions>
    <masterLabel>Acme Service</masterLabel>
    <type>UtilityBar</type>
</FlexiPage>
```

Which app an agent works in cannot be told from files, so this speaks only where all is known: every declared profile and permission set is there, and so is each app that they show, with its utility bar. Agents who have the app of the vendor's package, or one of Salesforce's own that the project does not hold, may find the softphone there.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Place, Problem, Project, SalesforceComponent, rule
from wxcc_lint.api.project import agent_roles, utility_bars
from wxcc_lint.api.salesforce import package_facts


@rule(
    "project/app-without-softphone",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:app-utility-softphone",),
    sources=("Salesforce Help: Open CTI in Lightning Experience", "the vendor's training material"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield one problem at the first of the agents' apps, if all of them are known and none has the softphone."""
    if not any(view.generation in {"v1", "v2"} for view in project.callcenters) or _is_for_classic(project):
        return
    apps = _apps_of_agents(project)
    lightning = [app for app in apps or () if app.text("uiType") == "Lightning"]
    if not apps or not lightning:
        return
    bars = {bar.app: bar for bar in utility_bars(project)}
    are_known = all(app in bars or not app.text("utilityBar") for app in apps)
    if are_known and not any(bar.component(package_facts().softphone) for app, bar in bars.items() if app in apps):
        first, *others = lightning
        yield Problem(
            f"'{first.label}' has no softphone in its utility bar, and agents have no app that does",
            _bar_at(first),
            also=tuple(Label(_bar_at(app), f"'{app.label}' has none either") for app in others),
            help="add 'Open CTI Softphone' to the utility items of the app, in Setup under App Manager",
        )


def _is_for_classic(project: Project) -> bool:
    modes = [view.item("reqSalesforceCompatibilityMode") for view in project.callcenters]
    return any(mode is not None and mode.value == "Classic" for mode in modes)


def _apps_of_agents(project: Project) -> list[SalesforceComponent] | None:
    """Return the apps that agents have, None where one of them or a file that shows them is not there."""
    roles = agent_roles(project)
    shown = [entry for role in roles for entry in role.entries("applicationVisibilities") if entry.is_true("visible")]
    names = {(entry.text("application") or "").casefold() for entry in shown}
    apps = {app.name.casefold(): app for app in project.of_type("CustomApplication")}
    are_there = all(role.components for role in roles) and names <= apps.keys()
    return [app for name, app in apps.items() if name in names] if are_there else None


def _bar_at(app: SalesforceComponent) -> Place:
    return app.text_at("utilityBar" if app.text("utilityBar") else "label")
