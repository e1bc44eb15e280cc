"""
The API's object calls the layout the unmodified default, and it is not.

`defaultJsonModified` tells whether a layout differs from the default one. Unmodified ones get new features from Cisco. What becomes of your widgets when this one is taken for unmodified is not documented.

```json bad at="false"
{
  "name": "Service",
  "global": false,
  "defaultJsonModified": false,
  "jsonFileContent": {
    "agent": {"area": {"advancedHeader": [{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}, {"comp": "agentx-state-selector"}]}},
    "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
    "supervisorAgent": {"area": {"advancedHeader": [{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}, {"comp": "agentx-state-selector"}]}}
  }
}
```

```json good
{
  "name": "Service",
  "global": false,
  "defaultJsonModified": true,
  "jsonFileContent": {
    "agent": {"area": {"advancedHeader": [{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}, {"comp": "agentx-state-selector"}]}},
    "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
    "supervisorAgent": {"area": {"advancedHeader": [{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}, {"comp": "agentx-state-selector"}]}}
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Layout, Place, Problem, rule
from wxcc_lint.api.layout import part_facts

_FLAG = "defaultJsonModified"


@rule(
    "layout/modified-layout-marked-default",
    on=Layout,
    severity="warning",
    evidence="unverified",
    catalogue=("dl:api-object-global-teams",),
    sources=("OpenAPI of Webex Contact Center, DesktopLayoutDTO", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Compare the flag with the first component that has a script, and is of no default layout."""
    if not layout.is_wrapped or layout.document.data.get(_FLAG) is not False:
        return
    shipped = {part.name for part in part_facts().recent}
    own = next((one for one in layout.components() if one.script and one.comp not in shipped), None)
    if own:
        at = Place(layout.document, (_FLAG,))
        yield Problem(
            f"'{_FLAG}' is false, but '{own.comp}' is not in the default layout",
            at,
            also=(Label(own.place("comp"), "not in the default layout"),),
            help="set it to true",
            fix=Fix("set it to true", (Edit(at, "set", True),), safe=False),
        )
