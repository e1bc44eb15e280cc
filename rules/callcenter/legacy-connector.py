"""
The file belongs to Version 1 of the connector, and there is a Version 2.

The vendor calls Version 1 legacy and has a guide for the way to Version 2. Agents notice nothing yet; what is new appears in Version 2 alone.

```xml bad at="callCenter"
<item name="isCallNotesEnabled">false</item>
```

```xml good base=v2
<item name="recordCallLiveNotes">false</item>
```

Version 2 is a call center of its own and runs beside Version 1; users are switched by assigning them to it. Conditional mappings and constants have no counterpart there.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule


@rule(
    "callcenter/legacy-connector",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:legacy-connector",),
    sources=("vendor's guide from Version 1 to Version 2",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the root of every file of Version 1."""
    yield Problem(
        "this is a call center of Version 1 of the connector, which the vendor calls legacy",
        callcenter.root_at,
        help="plan the way to Version 2: install its package, import its call center, carry your values over, assign the users to it",
    )
