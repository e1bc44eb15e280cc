"""
A grid stands inside two others.

Both places show the same widgets and change their size together, so one of them gets a size that nobody gave it.

```json bad at='"right"'
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "map": {"comp": "div"}},
  "layout": {
    "ROOT": {"areas": [["left", "right"]], "size": {"rows": [1], "cols": [1, 1]}},
    "left": {"areas": [["right"], ["map"]], "size": {"rows": [1, 1], "cols": [1]}},
    "right": {"areas": [["list"]], "size": {"rows": [1], "cols": [1]}}
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
    "layout/reused-sub-layout",
    on=Layout,
    severity="warning",
    catalogue=("dl:layout-sub-reused",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each grid with two places, at the second one. A grid inside itself is told by grid-inside-itself."""
    for grids in nested_grids(layout):
        looping = {name for loop in grids.loops for name in loop.way}
        nested = grids.inner.keys() - looping
        for name, places in grids.uses.items():
            if name in nested and len(places) > 1:
                yield Problem(
                    f"the grid '{name}' stands in two places",
                    places[1].at,
                    also=(Label(places[0].at, "the first place"),),
                    help="give the second place a grid and widgets of its own",
                )
