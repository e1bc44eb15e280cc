"""
A widget stands in two grids of a page.

A widget has one place on a page. Which of the two the Desktop gives it is not documented: agents find it in one, or it runs twice.

```json bad at='"list"'
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}, "detail": {"comp": "div"}},
  "layout": {
    "ROOT": {"areas": [["left", "list"]], "size": {"rows": [1], "cols": [1, 1]}},
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

The product documentation prints it this way in its sample with several grids, where `c1` stands in two of them.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import nested_grids


@rule(
    "layout/widget-in-two-grids",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:layout-widget-twice",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each widget with places in two grids that are shown, at the second one."""
    for grids in nested_grids(layout):
        for name, places in grids.uses.items():
            if name in grids.page.widgets and name not in grids.grids and len(places) > 1:
                yield Problem(
                    f"the widget '{name}' stands in two grids",
                    places[1].at,
                    also=(Label(places[0].at, "the first place"),),
                    help="keep one of them; for two widgets of a kind, give the second one a name and an entry of its own",
                )
