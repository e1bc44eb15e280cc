"""The call center has no internal name or no display name.

Salesforce cannot create a call center without both: the import is refused.

```xml bad at="reqGeneralInfo"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

A metadata component has neither item: its file name and its `displayName` stand for them.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, Section, closest, rule
from wxcc_lint.api.callcenter import GENERAL

_IDENTITY = {"reqInternalName": "internal name", "reqDisplayName": "display name"}


@rule(
    "callcenter/missing-identity",
    on=CallCenter,
    severity="error",
    catalogue=("cc:required-item-missing",),
    supersedes=("callcenter/invalid-name", "callcenter/unknown-item"),
    sources=("Open CTI Developer Guide, required call center elements and attributes",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look for both items in the import form."""
    section = callcenter.section(GENERAL)
    if callcenter.form != "import" or section is None:
        return
    if not all(item.name for item in section.items):
        return  # the item without a name may be the one; invalid-name tells of it
    for name, words in _IDENTITY.items():
        if callcenter.item(name, GENERAL) is None:
            yield _problem(section, name, words)


def _problem(section: Section, name: str, words: str) -> Problem:
    message = f"the call center has no {words}: the item '{name}' is missing"
    near_name = closest(name, (item.name for item in section.items if item.name not in _IDENTITY))
    near = next((item for item in section.items if item.name == near_name), None)
    if near is None:
        order = list(_IDENTITY).index(name)
        return Problem(message, section.name_at, help=f"add the item {name} to {GENERAL}, with the sortOrder {order}")
    rename = Edit(near.name_at, "rename", name)
    return Problem(
        f"{message}; is '{near.name}' meant to be it?",
        near.name_at,
        help=f"rename '{near.name}' to {name}",
        fix=Fix(f"rename '{near.name}' to {name}", (rename,), safe=False),  # the name is a guess
    )
