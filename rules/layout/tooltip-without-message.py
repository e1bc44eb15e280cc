"""
A tooltip has no message.

`md-tooltip` shows what its attribute `message` says. Without one nothing opens when agents rest on it.

```json bad at='"md-tooltip"'
{"comp": "md-tooltip", "children": [{"comp": "span", "textContent": "Orders"}]}
```

```json good
{"comp": "md-tooltip", "attributes": {"message": "Orders"}, "children": [{"comp": "span", "textContent": "Orders"}]}
```

A child in the slot `tooltip-content` will do as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Layout, Problem, rule
from wxcc_lint.api.layout import attribute


@rule(
    "layout/tooltip-without-message",
    on=Layout,
    severity="warning",
    catalogue=("dl:tooltip-message-missing",),
    sources=("help.webex.com ng08gqeb", "code of md-tooltip in @momentum-ui/web-components"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each tooltip that has nothing to show."""
    for component in layout.components("md-tooltip"):
        if not _has_something_to_show(component):
            yield Problem(
                "this tooltip has no message",
                component.place("comp"),
                help="write its text as 'message' into 'attributes'",
            )


def _has_something_to_show(tooltip: Component) -> bool:
    """Return whether it has a message, a child for the content, or takes its own text (`slotToTooltip`)."""
    attributes = {name.lower() for name in tooltip.attributes if attribute(tooltip, name)}
    switches = {name.lower() for name in (*tooltip.attributes, *tooltip.properties)}
    content = any(attribute(child, "slot") == "tooltip-content" for child in tooltip.children)
    return "message" in attributes or bool(tooltip.properties.get("message")) or content or "slottotooltip" in switches
