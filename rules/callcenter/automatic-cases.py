"""
Every call creates a case.

Short calls, wrong numbers and transferred ones count as well. In a busy contact center the cases pile up, and agents close them by hand.

```xml bad at="true"
<item name="isCaseCreationEnabledForInboundCalls">true</item>
```

```xml good
<item name="isCaseCreationEnabledForInboundCalls">false</item>
<item name="isCaseCreationEnabledForOutboundCalls">false</item>
```

Agents can create a case from the Actions widget without this setting. If every call is to have its case, switch this rule off.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Problem, rule

_CALLS: Mapping[str, str] = {
    "isCaseCreationEnabledForInboundCalls": "call that comes in",
    "isCaseCreationEnabledForOutboundCalls": "call that agents make",
}


@rule(
    "callcenter/automatic-cases",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:case-create-confirm",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each of the two switches that is on."""
    for name, calls in _CALLS.items():
        item = callcenter.item(name, "reqSFDCCaseConfig")
        if item is not None and item.value == "true":
            yield Problem(
                f"every {calls} creates a case",
                item.at,
                help=f"set {name} to 'false' unless you want that; agents can create cases from the Actions widget",
            )
