"""
A Salesforce component is set otherwise.

What agents notice depends on the component: a status that is offered to nobody, a page of ours that does not load.

```xml bad side=left at='true'
<OmniChannelSettings xmlns="http://soap.sforce.com/2006/04/metadata">
  <enableOmniChannel>true</enableOmniChannel>
</OmniChannelSettings>
```

```xml bad side=right
<OmniChannelSettings xmlns="http://soap.sforce.com/2006/04/metadata">
  <enableOmniChannel>false</enableOmniChannel>
</OmniChannelSettings>
```

```xml good side=left
<OmniChannelSettings xmlns="http://soap.sforce.com/2006/04/metadata">
  <enableOmniChannel>true</enableOmniChannel>
</OmniChannelSettings>
```

```xml good side=right
<OmniChannelSettings xmlns="http://soap.sforce.com/2006/04/metadata"><enableOmniChannel> true </enableOmniChannel><enableOmniSkillsRouting>true</enableOmniSkillsRouting></OmniChannelSettings>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/component-setting-changed",
    on=Drift,
    severity="warning",
    sources=("Salesforce Metadata API guide",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield any other element of a component."""
    if drift.aspect == "component-setting":
        yield Problem(drift.told(drift.thing), drift.at)
