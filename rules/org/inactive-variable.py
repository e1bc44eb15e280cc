"""
A variable is used that is switched off in the tenant.

Flows do not set it any more, so the connector gets no value: searches bring nothing, and fields stay empty.

```xml bad live=crm.xml
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">Customer_Id</item>
```

```json bad live=cad-variable.json at="false"
{"name": "Customer_Id", "variableType": "String", "active": false, "agentViewable": true}
```

```xml good live=crm.xml
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">Customer_Id</item>
```

```json good live=cad-variable.json
[
  {"name": "Customer_Id", "variableType": "String", "active": true, "agentViewable": true},
  {"name": "Campaign", "variableType": "String", "active": false, "agentViewable": true}
]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, variables_in_use


@rule(
    "org/inactive-variable",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:cad-variable-exists",),
    supersedes=("org/hidden-variable", "org/fixed-activity-variable"),
    sources=("WxCC API, cad-variable",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each variable that is used and not active."""
    for variable, uses in variables_in_use(org):
        if variable.is_false("active"):
            yield Problem(
                f"the global variable '{variable.name}' is not active, and {uses[0].words} names it",
                variable.at("active"),
                also=tuple(Label(use.at, "named here") for use in uses),
                help="activate it in Control Hub, or name another one",
            )
