"""
The namespace of the connector's package changed.

The connector looks for its own fields under this name. With another one, call activities are saved without them, or not at all.

```xml bad side=left at="ciscoCJP"
<item name="reqSalesforceNamespace">ciscoCJP</item>
```

```xml bad side=right
<item name="reqSalesforceNamespace">acme</item>
```

```xml good side=left
<item name="reqSalesforceNamespace">ciscoCJP</item>
```

```xml good side=right
<item name="reqSalesforceNamespace"> ciscoCJP</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/namespace-changed",
    on=Drift,
    severity="error",
    sources=("published definition files",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another namespace."""
    if drift.aspect == "namespace":
        yield Problem(drift.told(drift.thing), drift.at)
