"""
Several pages of a role are to be the landing page.

Agents have one landing page after signing in. The Desktop takes the first page that is marked as one; the mark on the others has no effect.

```json bad at="true"
{
  "navigation": [
    {
      "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "isDefaultLandingPage": true},
      "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    },
    {
      "nav": {"label": "Returns", "icon": "team", "iconType": "momentum", "navigateTo": "acme-returns", "isDefaultLandingPage": true},
      "page": {"id": "acme-returns", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    }
  ]
}
```

```json good
{
  "navigation": [
    {
      "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "isDefaultLandingPage": true},
      "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    },
    {
      "nav": {"label": "Returns", "icon": "team", "iconType": "momentum", "navigateTo": "acme-returns"},
      "page": {"id": "acme-returns", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
    }
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import entries_of


@rule(
    "layout/several-landing-pages",
    on=Layout,
    severity="warning",
    catalogue=("dl:landing-page-multiple",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each landing page of a role but the first."""
    for role in layout.roles():
        marked = [entry for entry in entries_of(layout, role) if entry.members.get(_MARK) is True]
        for entry in marked[1:]:
            yield Problem(
                f"'{marked[0].label}' is the landing page already",
                entry.place(_MARK),
                also=(Label(marked[0].place(_MARK), "the first landing page, which wins"),),
                help="keep the mark on the page that agents should see first",
            )


_MARK = "isDefaultLandingPage"
