"""
A text in a mapping has quotes or blanks in it that look pasted.

A constant is written with its curly quotes, and a condition waits for a value that has the odd blank in it. Agents see the quotes, or an empty field.

```xml bad at='"“Completed”"'
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":"“Completed”"}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"Status","isDefaultValueEnabled":true,"defaultFieldValue":"Completed"}]</item>
```

```xml good
<item name="reqIsCadVariableUpdatedToActivity">true</item>
<item name="CadSalesforceFieldMapping1">[{"CadFieldName":"","SalesforceFieldName":"Note__c","isDefaultValueEnabled":true,"defaultFieldValue":"Asked for “Premium” support"}]</item>
```

Curly quotes inside a sentence are left alone, those around the whole text are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import mapping_entries

_TEXTS = frozenset({"defaultFieldValue", "wxccFieldValue", "sfdcFieldValue"})
_QUOTED = re.compile("[‘’‚‛“”„‟](.*)[‘’‚‛“”„‟]", re.DOTALL)  # noqa: RUF001 — curly quotes are what it looks for
_BLANK = "\N{NO-BREAK SPACE}"
_INVISIBLE = re.compile("[\N{SOFT HYPHEN}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}]")


@rule(
    "callcenter/pasted-character-in-mapping",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:mapping-smart-quotes",),
    sources=("vendor's migration guide",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each constant, value and text that is wrapped in curly quotes or has an invisible character in it."""
    for entry in mapping_entries(callcenter):
        for key in entry.data:
            text, place = entry.said(key), entry.place(key)
            plain = _plain(text)
            if key in _TEXTS and plain != text:
                what = "curly quotes around it" if _QUOTED.fullmatch(text) else "a character in it that nobody sees"
                fix = Fix(f"write '{plain}'", (Edit(place, "set", plain),), safe=False)
                yield Problem(f"'{plain}' has {what}", place, help=f'write "{plain}"', fix=fix)


def _plain(text: str) -> str:
    quoted = _QUOTED.fullmatch(text)
    return _INVISIBLE.sub("", quoted[1] if quoted else text).replace(_BLANK, " ")
