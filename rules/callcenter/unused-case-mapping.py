"""
The mapping for cases was changed, but no case is created automatically.

It fills cases that the connector creates for calls. Both switches for that are off; whether cases that agents create in the Actions widget are filled by it is not documented.

```xml bad at="sfdcCaseFieldCadVariableMappings1"
<item name="isCaseCreationEnabledForInboundCalls">false</item>
<item name="isCaseCreationEnabledForOutboundCalls">false</item>
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"Product","sfdcFieldName":"Product__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="isCaseCreationEnabledForInboundCalls">true</item>
<item name="sfdcCaseFieldCadVariableMappings1">[{"wxccFieldName":"Product","sfdcFieldName":"Product__c","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Label, Problem, rule
from wxcc_lint.api.callcenter import parse_json, salesforce_object

_SECTION = "reqSFDCCaseConfig"


@rule(
    "callcenter/unused-case-mapping",
    on=CallCenter,
    severity="info",
    profile="pedantic",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:case-mapping-unused",),
    sources=("published definition files", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first mapping for cases that is not as published, where both switches say false."""
    names = ("isCaseCreationEnabledForInboundCalls", "isCaseCreationEnabledForOutboundCalls")
    switches = [item for name in names if (item := callcenter.item(name, _SECTION))]
    if not switches or any(switch.value != "false" for switch in switches):
        return
    changed = (
        item for item in callcenter.mapping_items() if item.section == _SECTION and _is_changed(callcenter, item)
    )
    for item in [*changed][:1]:
        yield Problem(
            f"'{callcenter.label_of(item)}' was changed, but no case is created automatically",
            item.name_at,
            also=tuple(Label(switch.at, "switched off here") for switch in switches),
            help=f"set {switches[0].name} to 'true' if calls should create cases that are filled this way",
        )


def _is_changed(callcenter: CallCenter, item: Item) -> bool:
    """Tell whether an array maps something, and not what the vendor's does, however it is written.

    Fields instead of those that nobody can write are no change: callcenter/shipped-read-only-field asks for them.
    """
    fact, mine = callcenter.fact(item), callcenter.json_of(item)
    if fact is None or mine is None or mine.data == []:
        return False
    shipped: object = parse_json(item.name, fact.default, "callcenter").data
    return _writable(mine.data) != _writable(shipped)


def _writable(mappings: object) -> object:
    case = salesforce_object("Case")
    if case is None or not isinstance(mappings, list):
        return mappings
    return [
        {**one, "sfdcFieldName": case.read_only.get(str(one["sfdcFieldName"]), one["sfdcFieldName"])}
        if isinstance(one, dict) and "sfdcFieldName" in one
        else one
        for one in mappings
    ]
