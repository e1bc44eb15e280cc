"""
A variable is used that the tenant does not have.

The connector finds no value under this name: searches bring nothing, fields stay empty, and agents type in what the flow already knew.

```xml bad live=crm.xml at="CustomerId"
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">CustomerId</item>
```

```json bad live=cad-variable.json
[
  {"name": "Customer_Id", "variableType": "String", "active": true, "agentViewable": true, "sensitive": false}
]
```

```xml good live=crm.xml
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">Customer_Id</item>
```

```json good live=cad-variable.json
[
  {"name": "Customer_Id", "variableType": "String", "active": true, "agentViewable": true, "sensitive": false}
]
```

A flow may have variables of its own, which no list shows: where one of them is meant, ignore the finding. What the connector fills in itself, such as `phoneNumber`, is no variable of the tenant.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, did_you_mean, rule
from wxcc_lint.api.org import Org, variable_uses


@rule(
    "org/unknown-variable",
    on=Org,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:cad-variable-exists",),
    sources=("WxCC API, cad-variable", "help.webex.com nhxw7kfb"),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each name once, with all its uses, if all variables were read."""
    if not org.keeps("cad-variable"):
        return
    known = [one.name for one in org.of("cad-variable")]
    for name, (first, *more) in variable_uses(org).items():
        if name not in known:
            yield Problem(
                f"{first.words} names the variable '{name}', and the tenant has no such global variable{did_you_mean(name, known)}",
                first.at,
                also=tuple(Label(use.at, f"{use.words} as well") for use in more),
                help="create it in Control Hub, or write the name of one that is there",
            )
