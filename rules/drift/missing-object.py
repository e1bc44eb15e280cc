"""
A call center or layout is missing on the right side.

Agents of a call center that is gone have no softphone. Teams whose layout is gone get the global one, without the widgets they work with. An ignore cannot cover this: it would also hide the day when somebody deletes the one that is in use.

```xml bad side=left at="callCenter"
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
    "drift/missing-object",
    on=Drift,
    severity="error",
    sources=(
        "help.webex.com ng08gqeb",
        "Salesforce Open CTI guide",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a call center or layout that only the left side has."""
    if drift.aspect == "missing-object":
        yield Problem(f"{drift.subject} is missing {drift.on_the_right}", drift.at)
