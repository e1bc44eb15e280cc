"""
A component for campaigns has a former name.

The product documentation prints it this way in an example, and says elsewhere that it is called `acqueon-…` now. Whether both work is not verified: if not, agents miss the contacts of their campaign.

```json bad at='"agentx-preview-campaign"'
{"advancedHeader": [{"comp": "agentx-preview-campaign"}, {"comp": "agentx-state-selector"}]}
```

```json good
{"advancedHeader": [{"comp": "agentx-notification"}, {"comp": "agentx-state-selector"}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import part_facts


@rule(
    "layout/renamed-campaign-component",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:campaign-rename",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each component with such a name."""
    for former, present in part_facts().renamed.items():
        for component in layout.components(former):
            yield Problem(
                f"'{component.comp}' is called '{present}' now",
                component.place("comp"),
                help=f"write '{present}', if your campaigns are not shown",
            )
