"""
The cells of a widget form no rectangle.

A browser drops a grid in which the cells of a name do not fill a rectangle. The widgets of the page are not where they should be.

```json bad at='"detail"'
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "detail": {"comp": "div"}},
  "layout": {"areas": [["list", "detail"], ["detail", "detail"]], "size": {"rows": [1, 1], "cols": [1, 1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "detail": {"comp": "div"}},
  "layout": {"areas": [["list", "detail"], ["list", "detail"]], "size": {"rows": [1, 1], "cols": [1, 1]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import Grid, grids_of


@rule(
    "layout/grid-area-not-rectangular",
    on=Layout,
    severity="error",
    catalogue=("dl:grid-not-rectangular",),
    sources=("CSS Grid Layout, grid-template-areas",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such name of a grid. Of two that are only in each other's way the first is told."""
    for grids in grids_of(layout):
        for grid in grids.grids.values():
            if not grid.is_ragged:
                yield from _in_grid(grid)


def _in_grid(grid: Grid) -> Iterator[Problem]:
    told: set[str] = set()
    for name, cells in grid.names.items():
        others = grid.between(cells) if len(cells) > 1 else ()
        if others and not told.issuperset(cell.name for cell in others):
            told.add(name)
            yield Problem(
                f"the cells of '{name}' form no rectangle",
                cells[0].at,
                also=(Label(others[0].at, f"in a rectangle this would be '{name}' too"),),
                help="let the cells of each name fill a rectangle; write '.' for a cell that stays empty",
            )
