"""
One side has a configuration for each role, the other one for all.

In the old form, agents and supervisors get the same Desktop; by role, a role that has no configuration gets none of the widgets.

```json bad side=left at='{"area": {"navigation": []}}'
{"area": {"navigation": []}}
```

```json bad side=right
{"agent": {"area": {"navigation": []}}, "supervisor": {"area": {"navigation": []}}, "supervisorAgent": {"area": {"navigation": []}}}
```

```json good side=left
{"agent": {"area": {"navigation": []}}}
```

```json good side=right
{"agent":{"area":{"navigation":[]}}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/layout-form-changed",
    on=Drift,
    severity="error",
    sources=(
        "published layouts",
        "help.webex.com ng08gqeb",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a change of form; what the roles themselves have is told besides."""
    if drift.aspect == "form":
        yield Problem(drift.told(f"the form of {drift.subject}"), drift.at)
