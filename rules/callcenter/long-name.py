"""A section or item has a name of more than 40 characters.

Salesforce documents 40. A longer name may be refused, or cut so that the softphone does not find its setting.

```xml bad at="variableThatHoldsTheNumberOfTheLastOpenCase"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="variableThatHoldsTheNumberOfTheLastOpenCase" label="Last Case">LastCase</item>
  </section>
</callCenter>
```

```xml good
<item name="isActivityRecordOwnershiptobeChangedForTransferredCalls">false</item>
```

Some published names are longer and are accepted all the same. They are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Problem, Section, rule
from wxcc_lint.api.callcenter import vocabulary

_MAX = 40
_GENERATIONS = ("v1", "v2", "scv")


@rule(
    "callcenter/long-name",
    on=CallCenter,
    severity="warning",
    catalogue=("cc:name-length-40",),
    sources=("Open CTI Developer Guide, call center definition files", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the names of all sections and items; one that is accepted in one generation is so in all."""
    published = {name for generation in _GENERATIONS for name in vocabulary(generation).known_long_names}
    everything: tuple[Section | Item, ...] = (*callcenter.sections, *callcenter.items())
    for named in everything:
        if len(named.name) > _MAX and named.name not in published:
            yield Problem(
                f"the name '{named.name}' has {len(named.name)} characters; Salesforce documents {_MAX} at most",
                named.name_at,
                help="shorten it, here and in whatever reads the setting",
            )
