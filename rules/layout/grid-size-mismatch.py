"""
A grid has more or fewer sizes than rows or columns.

Each row and each column takes its share of the space from its entry in `size`. Without one it shrinks to what its widget needs, and one too many leaves a gap.

```json bad at='['
{
  "id": "acme-orders",
  "widgets": {"left": {"comp": "div"}, "right": {"comp": "div"}},
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"left": {"comp": "div"}, "right": {"comp": "div"}},
  "layout": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 2]}}
}
```

What the Desktop makes of it is concluded from how browsers lay out grids.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import Grid, below, grids_of


@rule(
    "layout/grid-size-mismatch",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:grid-shape",),
    sources=("help.webex.com ng08gqeb", "CSS Grid Layout"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each list of sizes that is too short or too long. How many columns a ragged grid has nobody can tell."""
    for grids in grids_of(layout):
        for grid in grids.grids.values():
            held = {"rows": len(grid.rows)} if grid.is_ragged else {"rows": len(grid.rows), "cols": grid.width}
            wrong = [name for name, count in held.items() if grid.sizes.get(name, count) != count]
            if len(wrong) == len(grid.sizes) and list(grid.sizes.values()) == list(held.values())[::-1]:
                yield _exchanged(grid)
                continue
            for name in wrong:
                yield Problem(
                    f"'{name}' has {_counted(grid.sizes[name], 'size')} for {_counted(held[name], _ONE[name])}",
                    grid.size_at(name).slice(0, 1),
                    also=(_areas(grid, f"{_counted(held[name], _ONE[name])} here"),),
                    help=f"write one size for each {_ONE[name]}",
                )


_ONE = {"rows": "row", "cols": "column"}


def _exchanged(grid: Grid) -> Problem:
    has = f"{_counted(len(grid.rows), 'row')} and {_counted(grid.width, 'column')}"
    return Problem(
        f"'rows' and 'cols' seem to be exchanged: the grid has {has}",
        grid.size_at("rows").slice(0, 1),
        also=(Label(grid.size_at("cols").slice(0, 1), "the other one"), _areas(grid, f"{has} here")),
        help="exchange the two names",
    )


def _areas(grid: Grid, words: str) -> Label:
    return Label(below(grid.at, "areas").slice(0, 1), words)


def _counted(count: int, what: str) -> str:
    return f"{count} {what}{'s' * (count != 1)}"
