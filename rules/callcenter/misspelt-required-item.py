"""An item without which there is no softphone stands under a misspelt name.

Salesforce looks for the exact name. It does not find the item, so it refuses the import or shows no softphone.

```xml bad at="reqSalesforceCompatabilityMode" without="reqSalesforceCompatibilityMode"
<section name="reqGeneralInfo">
  <item name="reqSalesforceCompatabilityMode" label="Salesforce Compatibility Mode">Lightning</item>
</section>
```

```xml good
<item name="reqSalesforceCompatibilityMode">Lightning</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import GENERAL, load_schema


@rule(
    "callcenter/misspelt-required-item",
    on=CallCenter,
    severity="error",
    generations=("v1", "v2"),
    catalogue=("cc:required-item-missing",),
    supersedes=("callcenter/invalid-name", "callcenter/missing-required-item", "callcenter/unknown-item"),
    sources=("Open CTI Developer Guide, required call center elements and attributes",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Pair the absent items of the general section with the unknown ones; speak only where that explains them all.

    Otherwise missing-required-item, which this rule keeps quiet, has more to tell.
    """
    required = load_schema(f"callcenter-{callcenter.generation}")["properties"][GENERAL]["required"]
    absent = {name for name in required if not callcenter.item(name, GENERAL)}
    unknown = (
        (item, callcenter.meant(item)) for item in callcenter.unknown_items if item.section == GENERAL and item.name
    )
    misspelt = {meant.name: item for item, meant in unknown if meant and meant.name in absent}
    if absent != misspelt.keys():
        return
    for name, item in misspelt.items():
        yield Problem(
            f"the item '{name}' is missing; is '{item.name}' meant to be it?",
            item.name_at,
            help=f"rename '{item.name}' to {name}",
            # Not safe: the name is a guess.
            fix=Fix(f"rename '{item.name}' to {name}", (Edit(item.name_at, "rename", name),), safe=False),
        )
