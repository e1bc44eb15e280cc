"""
State sync with Omni-Channel is on, and the app with the softphone has no Omni-Channel.

The sync sets the agent's status in Omni-Channel, and that is known only while Omni-Channel is open in the same app.

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

```xml bad file=force-app/main/default/applications/Acme_Service.app-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CustomApplication xmlns="http://soap.sforce.com/2006/04/metadata">
    <label>Acme Service</label>
    <uiType>Lightning</uiType>
    <utilityBar>Acme_Service_UtilityBar</utilityBar>
</CustomApplication>
```

```xml bad file=force-app/main/default/flexipages/Acme_Service_UtilityBar.flexipage-meta.xml at="opencti:softPhone"
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

One app with both will do: others may have the softphone for people who take no chats. Omni-Channel in the sidebar of an app counts as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.project import UtilityBar, omni_switches, utility_bars
from wxcc_lint.api.salesforce import package_facts


@rule(
    "project/softphone-without-omni-channel",
    on=Project,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("cc:app-utility-omni",),
    sources=("the vendor's training material", "Salesforce Metadata API Developer Guide: CustomApplication"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield one problem at the first softphone, if no app has Omni-Channel beside it."""
    switches = omni_switches(project, "v1")
    phones = [(bar, bar.component(package_facts().softphone)) for bar in utility_bars(project)]
    having = [(bar, at) for bar, at in phones if at is not None]
    if not switches or not having or any(_has_omni_channel(bar) for bar, _ in having):
        return
    (first, phone_at), *others = having
    yield Problem(
        f"'{first.app.label}' has the softphone but not Omni-Channel, and state sync with it is on",
        phone_at,
        also=(
            Label(switches[0].at, "this switches the sync on"),
            *(Label(at, f"nor has '{bar.app.label}'") for bar, at in others),
        ),
        help="add 'Omni-Channel' to the utility items of the app, in Setup under App Manager",
    )


def _has_omni_channel(bar: UtilityBar) -> bool:
    return bar.app.is_true("isOmniPinnedViewEnabled") or bar.component(package_facts().omni_channel) is not None
