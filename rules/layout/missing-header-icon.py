"""
An icon of the default header is missing.

Without `agentx-outdial` agents cannot place a call from the header; without `agentx-notification` nobody can look up the notifications that have gone by.

```json bad at='"advancedHeader"'
{"advancedHeader": [{"comp": "agentx-outdial"}, {"comp": "agentx-state-selector"}]}
```

```json good
{"advancedHeader": [{"comp": "agentx-outdial"}, {"comp": "agentx-notification"}, {"comp": "agentx-state-selector"}]}
```

Leaving an icon out may be meant, so this is told in the profile `strict` and above. A header that is empty as a whole is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below, header_components, header_kind, in_header


@rule(
    "layout/missing-header-icon",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="verified",
    catalogue=("dl:advanced-header-missing-core",),
    sources=("help.webex.com ng08gqeb", "default layout of late 2025"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each role whose header lacks some; the old form is measured by what agents have."""
    for role in layout.roles():
        if header_kind(role) != "advancedHeader" or not role.area["advancedHeader"]:
            continue
        held = {component.comp for component in in_header(layout, role)}
        core = (it.comp for it in header_components().values() if it.is_core and (role.name or "agent") in it.roles)
        missing = [comp for comp in core if comp not in held]
        if missing:
            names = " and ".join(f"'{comp}'" for comp in missing)
            yield Problem(
                f"the header{f' of {role.name}' if role.name else ''} lacks {names}",
                below(role.area_at, "advancedHeader").key(),
                help=f"add {names} to 'advancedHeader', or leave it if nobody should have it",
            )
