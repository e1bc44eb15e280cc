"""
An item that Salesforce reads has a misspelt name.

Salesforce looks for the exact name and takes the item for missing. Without `reqSalesforceCompatibilityMode`, for one, agents in Lightning get no softphone.

```xml bad at="reqSalesforceCompatabilityMode"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="reqSalesforceCompatabilityMode" label="Salesforce Compatibility Mode">Lightning</item>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="reqSalesforceCompatibilityMode" label="Salesforce Compatibility Mode">Lightning</item>
  </section>
</callCenter>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, closest, rule
from wxcc_lint.api.callcenter import GENERAL, platform_items


@rule(
    "callcenter/misspelt-salesforce-item",
    on=CallCenter,
    severity="warning",
    generations=("scv", "other"),
    evidence="verified",
    catalogue=("cc:required-item-missing",),
    sources=("Open CTI Developer Guide, required call center elements and attributes",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield names near to one that Salesforce reads and that is absent; the two that name the call center are told elsewhere."""
    section = callcenter.section(GENERAL)
    names = {item.name for item in section.items} if section else set()
    absent = [name for name in platform_items() if name not in names | {"reqInternalName", "reqDisplayName"}]
    for item in section.items if section else ():
        known = item.name in platform_items() or item.name in callcenter.vocabulary.item_names(GENERAL)
        meant = None if known or item.repeat > 1 else closest(item.name, absent)
        if meant:
            yield Problem(
                f"Salesforce knows no item '{item.name}'; did you mean '{meant}'?",
                item.name_at,
                help=f"rename '{item.name}' to {meant}",
                # Not safe: the name is a guess, and what was off so far may start to work.
                fix=Fix(f"rename '{item.name}' to {meant}", (Edit(item.name_at, "rename", meant),), safe=False),
            )
