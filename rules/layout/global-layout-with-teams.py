"""
The API's object is of the global layout, and names teams.

Whoever sends it to make a new layout gets an error on teams that are assigned already: a third party saw that, and it is not documented. An object that was read from the API for safekeeping is fine.

```json bad at="true"
{
  "name": "Service",
  "global": true,
  "teamIds": ["7a8f5a52-4c4e-4f26-9d0b-0f1d1c3a2b11"],
  "jsonFileContent": {
    "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
    "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
    "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
  }
}
```

```json good
{
  "name": "Service",
  "global": false,
  "teamIds": [],
  "jsonFileContent": {
    "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
    "supervisor": {"area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
    "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
  }
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Place, Problem, rule


@rule(
    "layout/global-layout-with-teams",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="unverified",
    catalogue=("dl:api-object-global-teams",),
    sources=("a third party's notes on the API of 2026",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Compare the flag with the list."""
    data = layout.document.data
    if layout.is_wrapped and data.get("global") is True and data.get("teamIds"):
        yield Problem(
            "'global' is true, and 'teamIds' names teams",
            Place(layout.document, ("global",)),
            also=(Label(Place(layout.document, ("teamIds",)).key(), "teams are named here"),),
            help="to make a new layout of it, set 'global' to false and 'teamIds' to []",
        )
