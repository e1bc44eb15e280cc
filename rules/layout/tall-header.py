"""
The header needs more height than it has.

It is a bar of 64 pixels, with one row. Agents see the upper part of what is higher, and nothing of a second row.

```json bad at='100px'
{
  "area": {
    "header": {
      "id": "acme-header",
      "widgets": {
        "news": {
          "comp": "agentx-wc-iframe",
          "attributes": {"src": "https://news.acme.com/ticker", "style": "height:100px;display:flex;"}
        }
      },
      "layout": {"areas": [["news"]], "size": {"rows": [1], "cols": [1]}}
    }
  }
}
```

```json bad at='['
{
  "area": {
    "header": {
      "id": "acme-header",
      "widgets": {"upper": {"comp": "div"}, "lower": {"comp": "div"}},
      "layout": {"areas": [["upper"], ["lower"]], "size": {"rows": [1, 1], "cols": [1]}}
    }
  }
}
```

```json good
{
  "area": {
    "header": {
      "id": "acme-header",
      "widgets": {
        "left": {"comp": "div"},
        "news": {
          "comp": "agentx-wc-iframe",
          "attributes": {"src": "https://news.acme.com/ticker", "style": "height:64px;display:flex;"}
        }
      },
      "layout": {"areas": [["left", "news"]], "size": {"rows": [1], "cols": [1, 3]}}
    }
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Place, Problem, Role, rule
from wxcc_lint.api.layout import below, header_height, header_kind, in_header, is_outermost, styles as styles_of


@rule(
    "layout/tall-header",
    on=Layout,
    severity="warning",
    evidence="verified",
    catalogue=("dl:header-height",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the second row of a header's grid, and heights of what stands in it directly."""
    height = header_height()
    for role in layout.roles():
        rows = _second_row(role) if header_kind(role) == "header" else None
        if rows is not None:
            yield Problem(
                f"the header has one row of {height} pixels, and here is a second one",
                rows,
                help="put the widgets into one row, side by side",
            )
        for component in filter(is_outermost, in_header(layout, role)):
            for style in styles_of(component):
                if style.name in {"height", "min-height"} and (style.pixels or 0) > height:
                    yield Problem(
                        f"'{style.value}' is higher than the header, which has {height} pixels",
                        style.at,
                        help=f"write {height}px or less",
                    )


def _second_row(role: Role) -> Place | None:
    """Return the opening bracket of the second row, in the grid or the outermost of several."""
    steps: tuple[str, ...] = ("header", "layout")
    grid = role.area["header"].get("layout")
    if isinstance(grid, dict) and "areas" not in grid:
        steps, grid = (*steps, "ROOT"), grid.get("ROOT")
    areas = grid.get("areas") if isinstance(grid, dict) else None
    if not isinstance(areas, list) or len(areas) < 2:  # noqa: PLR2004  # a second row
        return None
    return below(role.area_at, *steps, "areas", 1).slice(0, 1)
