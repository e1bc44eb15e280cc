"""
What a call writes into Salesforce fields changed.

Fields that reports, flows and colleagues rely on stay empty, or hold something else, from the next call on.

```xml bad side=left at='"account"'
<item name="CadSalesforceFieldMapping1">[{"CadFieldName": "account", "SalesforceFieldName": "Account__c"}]</item>
```

```xml bad side=right
<item name="CadSalesforceFieldMapping1">[{"CadFieldName": "accountId", "SalesforceFieldName": "Account__c"}]</item>
```

```xml good side=left
<item name="CadSalesforceFieldMapping1">[{"CadFieldName": "account", "SalesforceFieldName": "Account__c"}]</item>
```

```xml good side=right
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"account","SalesforceFieldName":"Account__c"}]</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/mapping-changed",
    on=Drift,
    severity="warning",
    catalogue=("cc:call-center-drift",),
    sources=("published definition files",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield a change of a mapping, of a list of fields or of states, or of one of its entries."""
    if drift.aspect == "mapping":
        yield Problem(drift.told(drift.thing), drift.at)
