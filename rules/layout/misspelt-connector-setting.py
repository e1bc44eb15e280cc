"""
A setting of the Salesforce connector is misspelt.

That the connector passes over names it does not know is assumed. Then agents miss what the setting is for: the Actions widget, the number shown on outdials, or Salesforce altogether.

```json bad at='"isSFDCWidgetEnabeld"'
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/salesforce/v1.1.9/index.js", "attributes": {"isSFDCWidgetEnabeld": "true"}}
```

```json good
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/salesforce/v1.1.9/index.js", "attributes": {"isSFDCWidgetEnabled": "true"}}
```

The known settings are those in published layouts. Upper and lower case are the same in `attributes`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, closest, rule
from wxcc_lint.api.layout import connector_components, connector_facts, connector_settings


@rule(
    "layout/misspelt-connector-setting",
    on=Layout,
    severity="warning",
    evidence="inferred",
    supersedes=("layout/incomplete-connector",),
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each unknown setting that resembles a known one that is not there."""
    known = connector_facts().known
    for component in connector_components(layout):
        settings = connector_settings(component)
        free = [name for name in known if name.lower() not in settings]
        strange = settings.keys() - {name.lower() for name in known}
        for one in (settings[name] for name in settings if name in strange):
            meant = closest(one.name, free)
            if meant:
                yield Problem(
                    f"the Salesforce connector knows no '{one.name}'; did you mean '{meant}'?",
                    one.at.key(),
                    help=f"rename it to '{meant}'",
                    fix=Fix(f"rename '{one.name}' to '{meant}'", (Edit(one.at, "rename", meant),), safe=False),
                )
