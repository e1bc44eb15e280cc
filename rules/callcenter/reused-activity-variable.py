"""
The variable that carries the call activity is used for something else, too.

The connector writes the id of the activity into it while the call runs. A search by it finds no customer, and a field filled from it shows an id to agents.

```xml bad at="ActivityId"
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">ActivityId</item>
<item name="isActivityRecordCreationAtConnected">true</item>
<item name="isActivityRecordOwnershiptobeChangedForTransferredCalls">true</item>
<item name="nameOfTheCadvariableHoldingActivityRecordId">ActivityId</item>
```

```xml good
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">CustomerNumber</item>
<item name="isActivityRecordCreationAtConnected">true</item>
<item name="isActivityRecordOwnershiptobeChangedForTransferredCalls">true</item>
<item name="nameOfTheCadvariableHoldingActivityRecordId">ActivityId</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Place, Problem, rule
from wxcc_lint.api.callcenter import field_mappings


@rule(
    "callcenter/reused-activity-variable",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:activity-id-cad-reused",),
    sources=("concluded from how the variable is used",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each other use of the variable, where both uses are switched on."""
    own = callcenter.item("nameOfTheCadvariableHoldingActivityRecordId", "reqActivityRecordConfig")
    if own is None or not own.value or not callcenter.is_in_use(own):
        return
    for name, at, label in _uses(callcenter):
        if name == own.value:
            yield Problem(
                f"'{name}' in '{label}' already carries the id of the call activity",
                at,
                also=(Label(own.at, "the id is written into it for transferred calls"),),
                help=f"name another variable here, or another one in {own.name}",
            )


def _uses(callcenter: CallCenter) -> Iterator[tuple[str, Place, str]]:
    """Yield the name, place and label of each variable that is searched by or saved in a field."""
    search = callcenter.item("screenpopSearchParamCadName", "reqAdvanceScreenpopConfig")
    if search is not None and callcenter.is_in_use(search):
        yield search.value, search.at, callcenter.label_of(search)
    for mapping in field_mappings(callcenter):
        if not mapping.writes_constant and callcenter.is_in_use(mapping.item):
            yield mapping.source, mapping.source_at, callcenter.label_of(mapping.item)
