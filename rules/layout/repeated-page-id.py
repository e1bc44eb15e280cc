"""
Two pages of a role have the same id.

The Desktop tells the pages of a role apart by their ids. Of two with one id, agents may find one under the icon of the other.

```json bad at='"dw-headless"'
{
  "id": "dw-headless",
  "widgets": {"main": {"comp": "div"}},
  "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
}
```

```json good
{
  "id": "acme-orders",
  "widgets": {"main": {"comp": "div"}},
  "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
}
```

The same page in several roles keeps its id: each user has one role. Header, home page and dynamic areas are pages as well.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Place, Problem, rule
from wxcc_lint.api.layout import below


@rule(
    "layout/repeated-page-id",
    on=Layout,
    severity="error",
    catalogue=("dl:page-id-duplicate",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each page whose id an earlier page of its role has."""
    first: dict[tuple[str | None, str], Place] = {}
    for page in layout.pages():
        page_id, at = page.members.get("id"), below(page.at, "id")
        if not isinstance(page_id, str) or not page_id:
            continue
        earlier = first.setdefault((page.role.name, page_id), at)
        if earlier != at:
            yield Problem(
                f"another page has the id '{page_id}' already",
                at,
                also=(Label(earlier, "the first page with this id"),),
                help="give each page of a role an id of its own",
            )
