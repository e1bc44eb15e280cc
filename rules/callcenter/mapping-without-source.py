"""
A mapping names no variable, and no constant either.

There is nothing to write into the field: it stays empty on the agent's screen.

```xml bad at='""'
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="isNoRecordMatchScenarioEnabled">true</item>
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

The name may be empty only where the mapping writes a constant.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import mapping_entries


@rule(
    "callcenter/mapping-without-source",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-empty-source",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each blank name of a variable where the mapping is in use and the constant is switched off."""
    for entry in mapping_entries(callcenter):
        if not callcenter.is_in_use(entry.item):
            continue
        for key in ("CadFieldName", "wxccFieldName"):
            is_blank = key in entry.data and not str(entry.data[key]).strip()
            if is_blank and entry.data.get("isDefaultValueEnabled") in (False, "false"):
                yield Problem(
                    f"a mapping of '{callcenter.label_of(entry.item)}' names neither a variable nor a constant",
                    entry.place(key),
                    help=f"name the variable in {key}, or write a constant and switch isDefaultValueEnabled on",
                )
