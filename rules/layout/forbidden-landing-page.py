"""
A page with Analyzer reports is to be the landing page.

Reports of Analyzer cannot be the first page after signing in. Agents land on another page.

```json bad at='true'
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "isDefaultLandingPage": true},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "analyzer-widget"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "nav": {"label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders", "isDefaultLandingPage": true},
  "page": {"id": "acme-orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

The product documentation rules out reports of Analyzer and of Agent Performance Statistics. That it means any page with an `analyzer-widget` is concluded from that.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import comps_on, navigation_entries, report_components


@rule(
    "layout/forbidden-landing-page",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:landing-page-forbidden",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each entry of the navigation that is marked as landing page and holds a report."""
    for entry in navigation_entries(layout):
        if entry.area != "navigation" or entry.members.get("isDefaultLandingPage") is not True:
            continue
        found = comps_on(layout, entry)
        report = next((comp for comp in found if comp in report_components()), None)
        if report is not None:
            yield Problem(
                f"'{entry.label}' cannot be the landing page: it holds '{report}'",
                entry.place("isDefaultLandingPage"),
                also=(Label(found[report], "the report"),),
                help="make a page without reports the landing page, or leave the home page to be it",
            )
