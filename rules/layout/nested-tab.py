"""
A tab or panel stands inside another one.

`md-tabs` looks for tabs and panels among its own children alone. One that is further inside does not become a tab. A sample of the product documentation prints it this way.

```json bad at='"md-tab-panel"'
{
  "comp": "md-tabs",
  "children": [
    {
      "comp": "md-tab",
      "attributes": {"slot": "tab"},
      "children": [
        {"comp": "span", "textContent": "Orders"},
        {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
      ]
    }
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "span", "textContent": "Orders"}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import tab_groups


@rule(
    "layout/nested-tab",
    on=Layout,
    severity="warning",
    catalogue=("dl:tabs-pair-count",),
    sources=("code of md-tabs in @momentum-ui/web-components",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each tab and panel directly inside another one."""
    for group in tab_groups(layout):
        for one in group.nested:
            yield Problem(
                f"'{one.comp}' stands inside another tab or panel",
                one.place("comp"),
                help="move it out, beside the other tabs and panels",
            )
