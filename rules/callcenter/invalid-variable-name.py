"""
A setting names a variable that probably cannot exist.

Webex Contact Center takes letters, digits and _ in the names of global variables, up to 80 characters. Under any other name the connector gets no value from the call: nothing is searched, or the field stays empty on the agent's screen.

```xml bad at="{CustomerNumber}"
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">{CustomerNumber}</item>
```

```xml bad at='"{Language}"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"{Language}","SalesforceFieldName":"Language__c","isDefaultValueEnabled":false,"defaultFieldValue":""}]</item>
```

```xml good
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">CustomerNumber</item>
```

Names are written as they are, without the braces that flows and templates put around them. That variables of a single flow follow the same rule is concluded, not documented. Settings that are switched off are left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import field_mappings

_NAME = re.compile(r"[A-Za-z0-9_]{1,80}")
_LETTERS = re.compile(r"[A-Za-z0-9_]+")
_WRAPPED = re.compile(r"[\s{}$!%'\"<>]*([A-Za-z0-9_]{1,80})[\s{}$!%'\"<>]*")


@rule(
    "callcenter/invalid-variable-name",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:cad-name-syntax",),
    supersedes=("callcenter/conditional-without-rows",),
    sources=("Schema of the Webex Contact Center configuration API, cad-variable",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at variables in items and in mappings, of what is in use; blank names are told by other rules."""
    for item in callcenter.items_of("variable"):
        if item.value and callcenter.is_in_use(item):
            yield from _check(item.value, item.at, callcenter.label_of(item), item.name)
    for mapping in field_mappings(callcenter):
        if mapping.source.strip() and not mapping.writes_constant and callcenter.is_in_use(mapping.item):
            label = callcenter.label_of(mapping.item)
            yield from _check(mapping.source, mapping.source_at, label, str(mapping.source_at.path[-1]))


def _check(name: str, at: Place, label: str, key: str) -> Iterator[Problem]:
    if _NAME.fullmatch(name):
        return
    if _LETTERS.fullmatch(name):
        message = f"the variable in '{label}' has {len(name)} characters; Webex Contact Center allows 80"
        yield Problem(message, at, help=f"write the name of the variable in {key}")
        return
    message = f"'{name}' in '{label}' cannot be the name of a variable"
    wrapped = _WRAPPED.fullmatch(name)
    if wrapped is None:
        help_ = f"write the name in {key} as Webex Contact Center has it, with letters, digits and _ only"
        yield Problem(message, at, help=help_)
        return
    fix = Fix(f"write {wrapped[1]}", (Edit(at, "set", wrapped[1]),), safe=False)
    yield Problem(message, at, help=f"write {wrapped[1]} in {key}, without anything around it", fix=fix)
