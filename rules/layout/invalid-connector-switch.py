"""
The Actions widget of the Salesforce connector is neither on nor off.

The connector is told by `true` or `false` whether a component is its Actions widget. With another word agents probably have no widget to work with a call in.

```json bad at='"yes"'
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/salesforce/v1.1.9/index.js", "attributes": {"isSFDCWidgetEnabled": "yes"}}
```

```json good
{"comp": "agentx-custom-desktop", "script": "https://widgets.acme.com/salesforce/v1.1.9/index.js", "attributes": {"isSFDCWidgetEnabled": "true"}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import connector_components, connector_facts, connector_settings


@rule(
    "layout/invalid-connector-switch",
    on=Layout,
    severity="warning",
    evidence="inferred",
    sources=("published layouts",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each other word; what the Desktop or a person fills in is left alone."""
    name = connector_facts().actions.lower()
    for component in connector_components(layout):
        one = connector_settings(component).get(name)
        text = str(one.value).strip() if one else ""
        if one and text.lower() not in {"true", "false"} and not text.startswith(("$", "<", "{")):
            yield Problem(f"'{one.name}' is '{text}'", one.at, help="write 'true' or 'false'")
