"""
The header of agents has no state selector.

It shows an agent's state and is where agents make themselves available. Without it the header has nothing to go on or off duty with.

```json bad at='"advancedHeader"'
{"advancedHeader": [{"comp": "agentx-outdial"}, {"comp": "agentx-notification"}]}
```

```json good
{"advancedHeader": [{"comp": "agentx-outdial"}, {"comp": "agentx-notification"}, {"comp": "agentx-state-selector"}]}
```

An empty `advancedHeader` empties the whole header, the state selector included. Supervisors who take no calls need none. Switch the rule off where a widget of your own does this work.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below, header_kind, in_header

_SELECTOR = "agentx-state-selector"


@rule(
    "layout/missing-state-selector",
    on=Layout,
    severity="warning",
    evidence="verified",
    catalogue=("dl:advanced-header-missing-state-selector",),
    sources=("help.webex.com ng08gqeb", "default layout of late 2025"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each advanced header of people who take calls; in the old form that is everybody."""
    for role in layout.roles():
        if role.name == "supervisor" or header_kind(role) != "advancedHeader":
            continue
        if not any(component.comp == _SELECTOR for component in in_header(layout, role)):
            yield Problem(
                f"the header{f' of {role.name}' if role.name else ''} has no state selector",
                below(role.area_at, "advancedHeader").key(),
                help=f'add {{"comp": "{_SELECTOR}"}} to \'advancedHeader\', best as the last entry',
            )
