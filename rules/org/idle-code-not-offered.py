"""
Agents may not use the idle code that the connector sets.

Their desktop profile lists its idle codes, and this one is not among them. Agents stay available, and get a call while they work on a chat or a case.

```xml bad live=crm.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json bad live=auxiliary-code.json
[{"name": "Lunch", "workTypeCode": "IDLE_CODE", "active": true}, {"name": "In a chat", "workTypeCode": "IDLE_CODE", "active": true}]
```

```json bad live=agent-profile.json at='["auxiliary-code:Lunch (IDLE_CODE)"]'
{"name": "Agents", "active": true, "accessIdleCode": "SPECIFIC", "idleCodes": ["auxiliary-code:Lunch (IDLE_CODE)"]}
```

```xml good live=crm.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json good live=auxiliary-code.json
[{"name": "Lunch", "workTypeCode": "IDLE_CODE", "active": true}, {"name": "In a chat", "workTypeCode": "IDLE_CODE", "active": true}]
```

```json good live=agent-profile.json
[
  {"name": "Agents", "active": true, "accessIdleCode": "SPECIFIC", "idleCodes": ["auxiliary-code:In a chat (IDLE_CODE)"]},
  {"name": "Seniors", "active": true, "accessIdleCode": "ALL"}
]
```

An empty list is told by `org/empty-access`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, idle_codes, idle_items, offers_idle_code


@rule(
    "org/idle-code-not-offered",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:idle-code-exists",),
    sources=("WxCC API, agent-profile",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each active desktop profile with a list of its own that lacks the code."""
    active = {code.name: code for code in idle_codes(org) if not code.is_false("active")}
    wanted = {item.value: item for _, item in idle_items(org) if item.value in active}
    for profile in org.of("agent-profile"):
        has_list = profile.text("accessIdleCode") == "SPECIFIC" and profile.knows("idleCodes")
        for name, item in wanted.items() if has_list and not profile.is_false("active") else ():
            if profile.elements("idleCodes") and not offers_idle_code(profile, active[name]):
                yield Problem(
                    f"the desktop profile '{profile.name}' does not offer the idle code '{name}'",
                    profile.at("idleCodes"),
                    also=(Label(item.at, "the connector sets it"),),
                    help="add it to the idle codes of the profile, if its agents work in Salesforce",
                )
