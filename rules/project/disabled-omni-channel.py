"""
State sync with Omni-Channel is on in the call center, and Omni-Channel is off in the org's settings.

There is nothing to keep in step: agents have no presence status, and the switch in the call center does nothing.

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

```xml bad file=force-app/main/default/settings/OmniChannel.settings-meta.xml at="false"
<?xml version="1.0" encoding="UTF-8"?>
<OmniChannelSettings xmlns="http://soap.sforce.com/2006/04/metadata">
    <enableOmniChannel>false</enableOmniChannel>
</OmniChannelSettings>
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

```xml good file=force-app/main/default/settings/OmniChannel.settings-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<OmniChannelSettings xmlns="http://soap.sforce.com/2006/04/metadata">
    <enableOmniChannel>true</enableOmniChannel>
</OmniChannelSettings>
```

A settings file that does not mention the switch leaves it as it is in the org.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Problem, Project, rule
from wxcc_lint.api.project import omni_switches

_SWITCH = "enableOmniChannel"


@rule(
    "project/disabled-omni-channel",
    on=Project,
    severity="error",
    evidence="verified",
    catalogue=("cc:omni-needs-setting",),
    sources=("help.webex.com nhxw7kfb", "Metadata API Developer Guide, OmniChannelSettings"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield the switch in the settings, where a call center of the environment needs it on."""
    switches = omni_switches(project, "v1", "v2")
    if project.environment is None or not switches:
        return
    for settings in project.of_type("Settings"):
        if settings.text(_SWITCH) in {"false", "0"}:
            at = settings.text_at(_SWITCH)
            yield Problem(
                "Omni-Channel is off, but the call center keeps agents' states in step with it",
                at,
                also=tuple(Label(switch.at, "state sync is on here") for switch in switches),
                help="switch Omni-Channel on, or state sync off",
                fix=Fix("switch Omni-Channel on", (Edit(at, "set", "true"),), safe=False),
            )
