"""
A role lacks what the newest default layout has.

A layout of your own gets none of the parts that the default one gets with time. Agents go without them, and nothing says so.

```json bad at='"agent"'
{
  "advancedHeader": [
    {"comp": "ai-assistant"},
    {"comp": "agentx-webex"},
    {"comp": "agentx-outdial"},
    {"comp": "agentx-notification"},
    {"comp": "agentx-state-selector"}
  ]
}
```

```json good
{
  "advancedHeader": [
    {"comp": "digital-outbound", "script": "https://wc.imiengage.io/AIC/engage_aic.js"},
    {"comp": "ai-assistant"},
    {"comp": "agentx-webex"},
    {"comp": "agentx-outdial"},
    {"comp": "agentx-notification"},
    {"comp": "agentx-state-selector"}
  ]
}
```

What the newest default has is known from a layout that a third party published in December 2025. Some of it needs a licence, or an admin who switches it on.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import part_facts, part_names


@rule(
    "layout/older-than-default",
    on=Layout,
    severity="info",
    profile="pedantic",
    evidence="inferred",
    catalogue=("dl:default-drift",),
    sources=("a default layout of December 2025, published by a third party",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each role that has areas; the old form is compared with the agent's default."""
    for role in layout.roles():
        parts = [part for part in part_facts().recent if (role.name or "agent") in part.roles]
        names = part_names(layout, role)
        lacking = ", ".join(f"{part.label} ('{part.name}')" for part in parts if not part.is_among(names))
        if lacking and role.area:
            subject = f"'{role.name}'" if role.name else "the layout"
            yield Problem(
                f"{subject} lacks what the newest default layout has: {lacking}",
                role.at.key() if role.name else role.area_at.key(),
                help="compare with a fresh download of the default layout, and take over what your users should have",
            )
