"""
The rows of a grid have different lengths.

A browser drops a grid whose rows do not have the same number of cells. The widgets of the page are not where they should be.

```json bad at='['
{
  "id": "acme-orders",
  "widgets": {"top": {"comp": "div"}, "left": {"comp": "div"}, "right": {"comp": "div"}},
  "layout": {"areas": [["top"], ["left", "right"]], "size": {"rows": [1, 3], "cols": [1, 1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"top": {"comp": "div"}, "left": {"comp": "div"}, "right": {"comp": "div"}},
  "layout": {"areas": [["top", "top"], ["left", "right"]], "size": {"rows": [1, 3], "cols": [1, 1]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator
from operator import attrgetter

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import grids_of


@rule(
    "layout/ragged-grid",
    on=Layout,
    severity="error",
    catalogue=("dl:grid-shape",),
    sources=("CSS Grid Layout, grid-template-areas", "help.webex.com ng08gqeb"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each row that does not have as many cells as most rows of its grid."""
    for grids in grids_of(layout):
        for grid in filter(attrgetter("is_ragged"), grids.grids.values()):
            width = grid.width
            usual = next(number for number, row in enumerate(grid.rows) if len(row) == width)
            label = Label(grid.row_at(usual).slice(0, 1), f"{_cells(width)} here")
            for number, row in enumerate(grid.rows):
                if len(row) != width:
                    yield Problem(
                        f"row {number + 1} of the grid has {_cells(len(row))}, and row {usual + 1} has {width}",
                        grid.row_at(number).slice(0, 1),
                        also=(label,),
                        help="give all rows as many cells: repeat a name to widen its widget, write '.' to leave a cell empty",
                    )


def _cells(count: int) -> str:
    return f"{count} cell{'s' * (count != 1)}"
