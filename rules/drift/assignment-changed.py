"""
A layout is for other teams, or in force or not.

Teams without a layout of their own get the global one, so that agents have another Desktop at their next sign-in.

```json bad side=left at="false"
{"name": "Sales", "global": false, "jsonFileContent": {"agent": {"area": {"navigation": []}}}}
```

```json bad side=right
{"name": "Sales", "global": true, "jsonFileContent": {"agent": {"area": {"navigation": []}}}}
```

```json good side=left
{"name": "Sales", "global": false, "jsonFileContent": {"agent": {"area": {"navigation": []}}}}
```

```json good side=right
{"name":"Sales","global":false,"jsonFileContent":{"agent":{"area":{"navigation":[]}}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/assignment-changed",
    on=Drift,
    severity="warning",
    sources=("Schemas of the Webex Contact Center configuration API",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a change of who gets the layout."""
    if drift.aspect == "assignment":
        yield Problem(drift.told(drift.thing), drift.at)
