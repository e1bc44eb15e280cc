"""
A call center or layout goes by another name.

Salesforce and Control Hub know it by its name: an import under another name makes a second call center without users, and agents stay on the old one.

```xml bad side=left at="AcmeDesk"
<item name="reqInternalName">AcmeDesk</item>
```

```xml bad side=right
<item name="reqInternalName">AcmeDesk2</item>
```

```xml good side=left
<item name="reqInternalName">AcmeDesk</item>
```

```xml good side=right
<item name="reqInternalName"> AcmeDesk </item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/identity-changed",
    on=Drift,
    severity="error",
    sources=(
        "Salesforce Open CTI guide",
        "Schemas of the Webex Contact Center configuration API",
    ),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another internal name, or another name in Control Hub."""
    if drift.aspect == "identity":
        yield Problem(drift.told(drift.subject if drift.is_whole_object else drift.thing), drift.at)
