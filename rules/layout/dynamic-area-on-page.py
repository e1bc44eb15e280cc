"""
A page holds a dynamic area directly.

A `dynamic-area` lets agents move and resize widgets where that is otherwise not possible. Pages can do it by themselves: the area inside gets in the way, and its widgets cannot be arranged with the rest of the page.

```json bad at='"dynamic-area"'
{
  "id": "acme-orders",
  "widgets": {
    "main": {
      "comp": "dynamic-area",
      "properties": {
        "area": {
          "id": "acme-orders-area",
          "widgets": {"list": {"comp": "div"}},
          "layout": {"areas": [["list"]], "size": {"rows": [1], "cols": [1]}}
        }
      }
    }
  },
  "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"list": {"comp": "div"}},
  "layout": {"areas": [["list"]], "size": {"rows": [1], "cols": [1]}}
}
```

The product documentation says that pages need none; what it does there all the same is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below


@rule(
    "layout/dynamic-area-on-page",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:nested-dynamic-area",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such widget of custom pages, of the home page, and of dynamic areas."""
    for page in layout.pages() if layout.components("dynamic-area") else ():
        if page.area not in {"navigation", "homepage"} and page.at.path[-2:] != ("properties", "area"):
            continue
        for name, widget in page.widgets.items():
            if isinstance(widget, dict) and widget.get("comp") == "dynamic-area":
                yield Problem(
                    f"'{name}' is a 'dynamic-area', which this page is already",
                    below(page.at, "widgets", name, "comp"),
                    help="put the widgets of the inner area onto the page itself",
                )
