"""
A grid stands inside itself.

The Desktop draws grid within grid, and here it never comes to an end: the page fails with an exceeded call stack.

```json bad at='"ROOT"'
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "map": {"comp": "div"}},
  "layout": {
    "ROOT": {"areas": [["left", "map"]], "size": {"rows": [1], "cols": [1, 1]}},
    "left": {"areas": [["list"], ["ROOT"]], "size": {"rows": [1, 1], "cols": [1]}}
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
    "layout/grid-inside-itself",
    on=Layout,
    severity="error",
    catalogue=("dl:layout-cycle",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each way round, at the cell that closes it."""
    for grids in nested_grids(layout):
        for loop in grids.loops:
            name = loop.closing.name
            way = "" if len(loop.way) == _DIRECT else f": {' > '.join(loop.way)}"
            yield Problem(
                f"the grid '{name}' stands inside itself{way}",
                loop.closing.at,
                also=(Label(grids.grids[name].at.key(), "the grid"),),
                help="write the name of a widget here, or of a grid that does not lead back",
            )


_DIRECT = 2
"""So many names has the way from a grid straight to itself."""
