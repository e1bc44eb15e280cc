"""
Salesforce has no call center of Webex.

Nothing connects the org with the contact center: agents have no softphone.

```yaml bad file=.wxcc-lint.yaml at="prod"
environments:
  prod:
    files: ["**"]
```

```json bad live=snapshot.json
{"kinds": {"salesforce/CallCenter": {"status": "complete", "count": 0}}}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```xml good live=crm.xml
<item name="reqIsOutDialAniToBeSet">true</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```json good live=snapshot.json
{"kinds": {"salesforce/CallCenter": {"status": "forbidden"}}}
```

A declared call center that the org does not have, while it has others, is drift.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/missing-call-center",
    on=Org,
    severity="error",
    evidence="verified",
    catalogue=("cc:call-center-missing-live",),
    sources=("Salesforce Object Reference, CallCenter",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield one problem if all call centers were read, and none is one of Webex."""
    if org.keeps("CallCenter") and not org.callcenters and not org.live.unread:
        yield Problem(
            "the Salesforce org has no call center of Webex Contact Center",
            org.at,
            help="import the definition file in Setup under Call Centers, and assign users to it",
            subject=org.subject("callcenter", "*"),
        )
