"""
A home page is given to agents.

The Desktop has a home page of the layout for `supervisor` and `supervisorAgent` only. Agents never get to see this one.

```json bad at='"homepage"'
{
  "homepage": {
    "nav": {"label": "Today", "icon": "home", "iconType": "momentum", "navigateTo": "home", "align": "top"},
    "page": {
      "id": "acme-today",
      "widgets": {"main": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://today.acme.com/agents"}}},
      "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
    }
  }
}
```

```json good
{
  "navigation": [
    {
      "nav": {"label": "Today", "icon": "home", "iconType": "momentum", "navigateTo": "acme-today", "align": "top"},
      "page": {
        "id": "acme-today",
        "widgets": {"main": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://today.acme.com/agents"}}},
        "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}
      }
    }
  ]
}
```

A page of `navigation` becomes the first one that agents see with `isDefaultLandingPage`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below


@rule(
    "layout/homepage-for-agent",
    on=Layout,
    severity="warning",
    evidence="verified",
    catalogue=("dl:homepage-in-agent",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the home page of role agent; whom the old form shows one is not documented."""
    role = layout.role("agent")
    if role is not None and "homepage" in role.area:
        yield Problem(
            "'homepage' is for supervisors, and agents do not get it",
            below(role.area_at, "homepage").key(),
            help="move the page into 'navigation', with \"isDefaultLandingPage\": true in its 'nav'",
        )
