"""
A variable is used that the Agent Desktop does not get.

The connector sees what agents may see. A variable that is not viewable on the desktop, or sensitive, reaches it without a value.

```xml bad live=crm.xml
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">Customer_Id</item>
```

```json bad live=cad-variable.json at="false"
{"name": "Customer_Id", "variableType": "String", "active": true, "agentViewable": false, "sensitive": true}
```

```xml good live=crm.xml
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">Customer_Id</item>
```

```json good live=cad-variable.json
[
  {"name": "Customer_Id", "variableType": "String", "active": true, "agentViewable": true, "sensitive": false},
  {"name": "Card_Number", "variableType": "String", "active": true, "agentViewable": false, "sensitive": true}
]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, variables_in_use


@rule(
    "org/hidden-variable",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:cad-variable-viewable",),
    sources=("WxCC API, cad-variable",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each variable that is used and does not reach the desktop, with one of the reasons."""
    for variable, uses in variables_in_use(org):
        why = None
        if variable.is_false("agentViewable"):
            why = "agentViewable", "not viewable on the desktop", "make it viewable by agents in Control Hub"
        elif variable.is_true("sensitive"):
            why = "sensitive", "sensitive", "use a variable that is not sensitive"
        if why is not None:
            member, what, help_ = why
            yield Problem(
                f"the global variable '{variable.name}' is {what}, and {uses[0].words} names it",
                variable.at(member),
                also=tuple(Label(use.at, "named here") for use in uses),
                help=help_,
            )
