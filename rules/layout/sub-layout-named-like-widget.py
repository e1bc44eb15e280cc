"""
A grid and a widget of a page have the same name.

A cell with this name may mean either. Agents see the grid or the widget, and the other one is missing.

```json bad at='"left"'
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "left": {"comp": "div"}},
  "layout": {
    "ROOT": {"areas": [["left"]], "size": {"rows": [1], "cols": [1]}},
    "left": {"areas": [["list"]], "size": {"rows": [1], "cols": [1]}}
  }
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "detail": {"comp": "div"}, "map": {"comp": "div"}},
  "layout": {
    "ROOT": {"areas": [["left", "map"]], "size": {"rows": [1], "cols": [1, 1]}},
    "left": {"areas": [["list"], ["detail"]], "size": {"rows": [1, 1], "cols": [1]}}
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import nested_grids


@rule(
    "layout/sub-layout-named-like-widget",
    on=Layout,
    severity="warning",
    evidence="inferred",
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each grid in use that has the name of a widget."""
    for grids in nested_grids(layout):
        cells = grids.cells
        for name, grid in grids.grids.items():
            if name in grids.page.widgets and name in cells:
                yield Problem(
                    f"'{name}' is a grid and a widget",
                    grid.at.key(),
                    also=(Label(grids.name_at(name), "the widget"), Label(cells[name][0].at, "may mean either")),
                    help="rename the grid, here and in the cells that mean it",
                )
