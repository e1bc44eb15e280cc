"""
A grid names a widget that the page does not have, and all its widgets have a place.

The cell stays empty. It may be left over from a widget that was deleted, or be meant as a gap, which is written as a dot.

```json bad at='"history"'
{
  "id": "acme-orders",
  "widgets": {"orders": {"comp": "div"}},
  "layout": {"areas": [["orders", "history"]], "size": {"rows": [1], "cols": [2, 1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"orders": {"comp": "div"}},
  "layout": {"areas": [["orders", "."]], "size": {"rows": [1], "cols": [2, 1]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, did_you_mean, rule
from wxcc_lint.api.layout import grids_of


@rule(
    "layout/grid-area-without-widget",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:grid-unknown-area",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first cell of each such name, once a page."""
    for grids in grids_of(layout):
        for name, instead in grids.placement.strays.items():
            if instead is None:
                known = [*grids.page.widgets, *grids.inner]
                yield Problem(
                    f"there is no widget '{name}' for the grid{did_you_mean(name, known)}",
                    grids.cells[name][0].at,
                    help="add the widget, or write '.' for a cell that stays empty",
                )
