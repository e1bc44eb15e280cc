"""
An item or section is only on one side.

Salesforce takes items in by an import alone. A call center without an item of the release runs on what the connector assumes, and agents do without that feature until someone imports it again and assigns the users.

```xml bad side=left at="x"
<section name="reqGeneralInfo">
  <item name="reqAcmeNote">x</item>
</section>
```

```xml bad side=right
<section name="reqGeneralInfo"></section>
```

```xml good side=left
<item name="reqUseApi">true</item>
```

```xml good side=right
<item name="reqUseApi">TRUE</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/one-sided-item",
    on=Drift,
    severity="warning",
    catalogue=("cc:call-center-fields-drift",),
    sources=("published definition files",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield an item or section that came or went."""
    if drift.aspect == "item":
        yield Problem(drift.told(drift.thing), drift.at)
