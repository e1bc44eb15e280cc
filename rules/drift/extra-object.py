"""
A call center or layout is only on the right side.

Nobody declared it, so nobody reviews what it does to the agents who have it.

```xml bad side=right at="callCenter"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="InternalName">AcmeDesk</item>
  </section>
</callCenter>
```

```xml good side=left
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="InternalName">AcmeDesk</item>
  </section>
</callCenter>
```

```xml good side=right
<callCenter><section sortOrder="0" name="reqGeneralInfo" label="General Information"><item sortOrder="0" name="reqInternalName" label="InternalName">AcmeDesk</item></section></callCenter>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/extra-object",
    on=Drift,
    severity="warning",
    sources=(
        "help.webex.com ng08gqeb",
        "Salesforce Open CTI guide",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a call center or layout that only the right side has."""
    if drift.aspect == "extra-object":
        yield Problem(f"{drift.subject} is only {drift.on_the_right}", drift.at)
