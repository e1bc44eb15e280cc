"""
A widget of your own stands in the header.

The Desktop is about to move such widgets into frames of their own. Menus, tooltips and dialogs then end at the widget's box, and in the header that box is 64 pixels high: what opens downwards is cut off.

```json bad at='"acme-callbacks"'
{
  "advancedHeader": [
    {"comp": "acme-callbacks", "script": "https://widgets.acme.com/callbacks/2.0.1/callbacks.js"},
    {"comp": "agentx-outdial"},
    {"comp": "agentx-notification"},
    {"comp": "agentx-state-selector"}
  ]
}
```

```json good
{
  "advancedHeader": [
    {"comp": "agentx-outdial"},
    {"comp": "agentx-notification"},
    {"comp": "agentx-state-selector"}
  ]
}
```

A layout cannot tell what a widget opens, so look at each of them once. The vendor switches the frames on tenant by tenant.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import header_components, in_header


@rule(
    "layout/clippable-header-widget",
    on=Layout,
    severity="info",
    profile="pedantic",
    evidence="inferred",
    catalogue=("dl:iframe-shell-risk",),
    sources=("developer.webex.com desktop-iframe-shell-migration", "test widgets of the vendor's starter project"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each component with a script that is none of the Desktop's own."""
    for role in layout.roles():
        for component in in_header(layout, role):
            if component.script and component.comp not in header_components():
                yield Problem(
                    f"what '{component.comp}' opens may be cut off at the edge of the header",
                    component.place("comp"),
                    help="try it with the secure frames switched on, or move what it opens to a page or a tab",
                )
