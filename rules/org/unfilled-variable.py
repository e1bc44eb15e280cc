"""
A variable of the repository stands in the org.

It was deployed without being filled in: agents get the text `${…}` as an address or a value.

```json bad live=desktop-layout.json at="${MY_DOMAIN}"
{"name": "Agents", "jsonFileContent": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://${MY_DOMAIN}/apex/Orders"}}}
```

```json good live=desktop-layout.json
{"name": "Agents", "jsonFileContent": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://acme.my.salesforce.com/apex/Orders"}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Place, Problem, rule
from wxcc_lint.api.org import Org
from wxcc_lint.api.project import open_references


@rule(
    "org/unfilled-variable",
    on=Org,
    severity="error",
    evidence="verified",
    supersedes=("project/undeclared-variable",),
    sources=("docs of wxcc-lint",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each name once, with all its places."""
    places: dict[str, list[Place]] = {}
    for reference in open_references(org.live):
        places.setdefault(reference.name, []).append(reference.at)
    for name, (first, *more) in places.items():
        yield Problem(
            f"'${{{name}}}' was never filled in",
            first,
            also=tuple(Label(place, "here as well") for place in more),
            help="deploy the file with its variables filled in",
        )
