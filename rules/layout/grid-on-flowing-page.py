"""
A flowing page has a grid as well.

With `useFlexLayout` the widgets flow in the order of the file. The grid in `layout` is ignored, and whoever edits it wonders why nothing changes.

```json bad at='"layout"'
{
  "id": "acme-orders",
  "useFlexLayout": true,
  "widgets": {"main": {"comp": "div", "width": 12, "height": 19}},
  "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
}
```

```json good
{
  "id": "acme-orders",
  "useFlexLayout": true,
  "widgets": {"main": {"comp": "div", "width": 12, "height": 19}}
}
```

The product documentation prints it this way in its sample of a custom page. That the grid is ignored is concluded from published layouts, none of which has both.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import below, flows


@rule(
    "layout/grid-on-flowing-page",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:flex-and-layout",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each `layout` beside `useFlexLayout`."""
    for page in layout.pages():
        if flows(page) and "layout" in page.members:
            at = below(page.at, "layout")
            yield Problem(
                "the page flows, so its 'layout' is ignored",
                at.key(),
                also=(Label(below(page.at, "useFlexLayout"), "the page flows"),),
                help="delete 'layout', or set 'useFlexLayout' to false where the grid is meant",
                fix=Fix("delete 'layout'", (Edit(at, "remove"),), safe=False),
            )
