"""
A row of a flowing page is not filled.

A flowing page has 12 columns on a wide screen. A widget that does not fit beside its neighbours moves to the next row and leaves a gap behind.

```json bad at="6"
{
  "id": "acme-orders",
  "useFlexLayout": true,
  "widgets": {"list": {"comp": "div", "width": 8, "height": 8}, "detail": {"comp": "div", "width": 6, "height": 8}}
}
```

```json good
{
  "id": "acme-orders",
  "useFlexLayout": true,
  "widgets": {"list": {"comp": "div", "width": 8, "height": 8}, "detail": {"comp": "div", "width": 4, "height": 8}}
}
```

A gap may be wanted. The last row may be as short as it likes, and so may be the rows of narrow screens.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below, flows


@rule(
    "layout/gap-in-flowing-row",
    on=Layout,
    severity="info",
    profile="pedantic",
    evidence="inferred",
    catalogue=("dl:flex-row-overflow",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout, columns: int = 12) -> Iterator[Problem]:
    """Yield the first such widget of each page whose widgets all have widths that fit."""
    for page in layout.pages():
        widths = [(name, _width(widget)) for name, widget in page.widgets.items()] if flows(page) else []
        if not all(0 < width <= columns for _, width in widths):
            continue
        taken = 0
        for name, width in widths:
            if taken + width > columns and taken % columns:
                yield Problem(
                    f"'{name}' does not fit into its row: it is {width} wide, and {columns - taken} of {columns} columns are left",
                    below(page.at, "widgets", name, "width"),
                    help=f"let the widths of a row add up to {columns}",
                )
                break
            taken = width if taken + width > columns else taken + width


def _width(widget: object) -> int:
    width = widget.get("width") if isinstance(widget, dict) else None
    return width if type(width) is int else 0
