"""
The connector cannot write into the variable for the id of the activity.

It keeps the id of the call's activity in this variable, so that a second agent continues the same record. Where agents may not edit the variable, or it holds no text, each transfer makes a new activity.

```xml bad live=crm.xml
<item name="isActivityRecordCreationAtConnected">true</item>
<item name="isActivityRecordOwnershiptobeChangedForTransferredCalls">true</item>
<item name="nameOfTheCadvariableHoldingActivityRecordId">Activity_Id</item>
```

```json bad live=cad-variable.json at="false"
{"name": "Activity_Id", "variableType": "String", "active": true, "agentViewable": true, "agentEditable": false}
```

```xml good live=crm.xml
<item name="isActivityRecordCreationAtConnected">true</item>
<item name="isActivityRecordOwnershiptobeChangedForTransferredCalls">true</item>
<item name="nameOfTheCadvariableHoldingActivityRecordId">Activity_Id</item>
```

```json good live=cad-variable.json
{"name": "Activity_Id", "variableType": "String", "active": true, "agentViewable": true, "agentEditable": true}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import Org, variables_in_use


@rule(
    "org/fixed-activity-variable",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:activity-id-cad-editable",),
    sources=("WxCC API, cad-variable", "help.webex.com nhxw7kfb"),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each variable that the connector writes to, with the first thing that keeps it from doing so."""
    for variable, uses in variables_in_use(org):
        written = [use for use in uses if use.writes]
        kind = variable.text("variableType")
        wrong = None
        if variable.is_false("agentEditable"):
            wrong = "agentEditable", "may not be edited by agents", "make it editable by agents in Control Hub"
        elif kind and kind.casefold() != "string":
            wrong = "variableType", f"is of the type {kind}", "name a variable of the type String"
        if written and wrong is not None:
            member, what, help_ = wrong
            yield Problem(
                f"the global variable '{variable.name}' is to hold the id of the activity, and it {what}",
                variable.at(member),
                also=tuple(Label(use.at, "named here") for use in written),
                help=help_,
            )
