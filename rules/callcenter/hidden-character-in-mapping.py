"""
A name in a mapping has a character in it that nobody sees.

The connector and Salesforce read names exactly, and find nothing under this one: the field stays empty on the agent's screen, although the mapping looks right.

```xml bad at='"sfdcField&#xAD;Name"'
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcField&#xAD;Name":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[{"wxccFieldName":"phoneNumber","sfdcFieldName":"Phone","isDefaultValueEnabled":"false","isConditionalEnabled":"false"}]</item>
```

Soft hyphens and no-break spaces come along when text is copied from a web page or a PDF. Type the name anew.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import mapping_entries

_NAMES = frozenset({"wxccFieldName", "WxCCFieldName", "CadFieldName", "sfdcFieldName", "SalesforceFieldName"})
"""Properties whose values are names, too."""


@rule(
    "callcenter/hidden-character-in-mapping",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:mapping-smart-quotes",),
    supersedes=(
        "callcenter/invalid-mapping",
        "callcenter/invalid-target-field",
        "callcenter/invalid-variable-name",
        "callcenter/missing-mapping-flag",
        "callcenter/misspelt-mapping-property",
        "callcenter/unknown-mapping-property",
    ),
    sources=("published definition files", "Salesforce Object Reference, custom fields"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each property, variable and field with a character that is no letter and shows as nothing or as a blank."""
    for entry in mapping_entries(callcenter):
        label = callcenter.label_of(entry.item)
        for key in entry.data:
            if _hidden(key):
                yield _problem(entry.place(key).key(), key, label)
            if _clean(key) in _NAMES and _hidden(entry.said(key)):
                yield _problem(entry.place(key), entry.said(key), label)


def _hidden(name: str) -> str:
    """Return the characters that format text without showing, and the blanks that are not the ordinary one."""
    if name.isascii():
        return ""  # spares asking about each character
    return "".join(c for c in name if c != " " and unicodedata.category(c) in {"Cf", "Zs"})


def _clean(name: str) -> str:
    return name.translate(str.maketrans("", "", _hidden(name)))


def _problem(place: Place, name: str, label: str) -> Problem:
    hidden, clean = _hidden(name), _clean(name)
    edit = Edit(place, "rename" if place.part == "key" else "set", clean)
    shows_as_blank = any(unicodedata.category(c) == "Zs" for c in hidden)  # perhaps two words of a label: a guess
    return Problem(
        f"there is a {unicodedata.name(hidden[0]).lower()} in '{clean}' of '{label}', which nobody sees",
        place,
        help=f"write {clean} anew",
        fix=Fix(f"write '{clean}'", (edit,), safe=not shows_as_blank),
    )
