"""
A widget of a page has no place in its grid.

The Desktop puts widgets where `areas` names them. One that is not named is not shown, or stands where nobody expects it.

```json bad at='"history"'
{
  "id": "acme-orders",
  "widgets": {"orders": {"comp": "div"}, "history": {"comp": "div"}},
  "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"orders": {"comp": "div"}, "history": {"comp": "div"}},
  "layout": {"areas": [["orders", "history"]], "size": {"rows": [1], "cols": [2, 1]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import grids_of


@rule(
    "layout/unplaced-widget",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:grid-unplaced-widget",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each widget that no grid names, unless unknown-grid-area has told where it seems to belong."""
    for grids in grids_of(layout):
        for name in grids.placement.homeless:
            if name in grids.page.widgets:
                where = "in any grid" if grids.is_nested else "in the grid"
                yield Problem(
                    f"the widget '{name}' has no place {where}",
                    grids.name_at(name),
                    help=f"write '{name}' into a cell of 'areas', or delete the widget",
                )
