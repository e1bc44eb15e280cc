"""
An attribute that is on by being there is set to false.

Its value does not count. With the text `false` the feature is on, and so it probably is with `false` without quotes: tabs keep their selection, a button stays disabled.

```json bad at='"false"'
{
  "comp": "md-tabs",
  "attributes": {"justified": "false"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "md-tooltip", "attributes": {"message": "Orders"}, "children": [{"comp": "span", "textContent": "Orders"}]}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "md-tooltip", "attributes": {"message": "Orders"}, "children": [{"comp": "span", "textContent": "Orders"}]}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```

What the Desktop makes of `false` without quotes could not be tried.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import is_boolean_attribute


@rule(
    "layout/false-boolean-attribute",
    on=Layout,
    severity="warning",
    evidence="inferred",
    supersedes=("layout/attribute-not-text",),
    catalogue=("dl:boolean-attribute-false",),
    sources=("code of @momentum-ui/web-components", "HTML Living Standard, boolean attributes"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such attribute that is known: those of HTML, and of tabs."""
    for component, name, value in layout.settings("attributes"):
        if (value is False or value == "false") and is_boolean_attribute(component.comp, name):
            at = component.place("attributes", name)
            yield Problem(
                f"'{name}' is on by being there, whatever its value",
                at,
                help=f"delete '{name}' to switch it off",
                fix=Fix(f"delete '{name}'", (Edit(at, "remove"),), safe=False),
            )
