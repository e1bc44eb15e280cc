"""
A grid stands in no other one.

The Desktop begins with `ROOT` and shows the grids that are named there, and the grids in those. The widgets of any other grid are not shown.

```json bad at='"left"'
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "detail": {"comp": "div"}, "map": {"comp": "div"}},
  "layout": {
    "ROOT": {"areas": [["map"]], "size": {"rows": [1], "cols": [1]}},
    "left": {"areas": [["list"], ["detail"]], "size": {"rows": [1, 1], "cols": [1]}}
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

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import nested_grids


@rule(
    "layout/unreachable-sub-layout",
    on=Layout,
    severity="warning",
    evidence="inferred",
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such grid, but none that stands in another one that is told."""
    for grids in nested_grids(layout):
        meant = set(grids.placement.strays.values())
        for grid in grids.unreachable:
            if grid.name not in meant:
                yield Problem(
                    f"the grid '{grid.name}' stands in no grid that is shown",
                    grid.at.key(),
                    help=f"write '{grid.name}' into a cell of 'ROOT', or delete the grid",
                )
