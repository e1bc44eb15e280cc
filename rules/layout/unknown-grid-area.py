"""
A grid names a widget that the page does not have, and a widget has no place.

The names in `areas` are those of the entries in `widgets`, letter by letter. Where one differs, the cell stays empty and the widget is not where agents look for it.

```json bad at='"order"'
{
  "id": "acme-orders",
  "widgets": {"orders": {"comp": "div"}},
  "layout": {"areas": [["order"]], "size": {"rows": [1], "cols": [1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"orders": {"comp": "div"}},
  "layout": {"areas": [["orders"]], "size": {"rows": [1], "cols": [1]}}
}
```

The product documentation prints it this way: `left` and `right` in the grid, `comp1` and `comp2` among the widgets.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, closest, rule
from wxcc_lint.api.layout import Cell, PageGrids, grids_of


@rule(
    "layout/unknown-grid-area",
    on=Layout,
    severity="error",
    catalogue=("dl:grid-unknown-area",),
    supersedes=("layout/invalid-grid-name",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first cell of each such name, once a page."""
    for grids in grids_of(layout):
        for name, instead in grids.placement.strays.items():
            if instead is not None:
                yield _problem(grids, grids.cells[name], instead)


def _problem(grids: PageGrids, cells: Sequence[Cell], instead: str) -> Problem:
    name, is_near = cells[0].name, closest(cells[0].name, [instead]) is not None
    edits = tuple(Edit(cell.at, "set", instead) for cell in cells)
    return Problem(
        f"there is no widget '{name}' for the grid" + (f"; did you mean '{instead}'?" if is_near else ""),
        cells[0].at,
        also=(Label(grids.name_at(instead), "has no place in the grid"),),
        help=f"write '{instead}', if that belongs here",
        fix=Fix(f"write '{instead}'", edits, safe=False) if is_near else None,
    )
