"""
A widget on a grid has a size of its own.

`width` and `height` count on flowing pages. On a grid the sizes of rows and columns decide, and the widget stays as large as its cell.

```json bad at='"height"'
{
  "id": "acme-orders",
  "widgets": {"main": {"comp": "div", "height": 8}},
  "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"main": {"comp": "div"}},
  "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import below, grids_of


@rule(
    "layout/size-on-grid-widget",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:size-on-grid",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each `width` and `height` on pages with a grid."""
    for grids in grids_of(layout):
        for name, widget in grids.page.widgets.items():
            for key in ("width", "height"):
                if isinstance(widget, dict) and key in widget:
                    at = below(grids.page.at, "widgets", name, key)
                    yield Problem(
                        f"'{key}' has no effect on '{name}', which stands on a grid",
                        at.key(),
                        help="delete it, and set the sizes of rows and columns in 'layout'",
                        fix=Fix(f"delete '{key}'", (Edit(at, "remove"),)),
                    )
