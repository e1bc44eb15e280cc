"""A section or item has no name, or one that Salesforce does not allow.

Names are letters and digits only. With anything else the import is refused, and nobody gets the softphone.

```xml bad at="_"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="out_prefix" label="Prefix">9</item>
  </section>
</callCenter>
```

```xml bad at="label"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="label" label="Prefix">9</item>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="outPrefix" label="Prefix">9</item>
  </section>
</callCenter>
```

The words `label`, `sortOrder`, `internalNameLabel` and `displayNameLabel` are taken by Salesforce itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Problem, Section, rule

_RESERVED = frozenset({"label", "sortOrder", "internalNameLabel", "displayNameLabel"})
_NOT_ALLOWED = re.compile(r"[^A-Za-z0-9]+")


@rule(
    "callcenter/invalid-name",
    on=CallCenter,
    severity="error",
    catalogue=("cc:name-charset",),
    supersedes=("callcenter/unknown-item", "callcenter/unknown-section", "callcenter/long-name"),
    sources=("Open CTI Developer Guide, call center definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the names of all sections and items."""
    for section in callcenter.sections:
        if not _is_sound(section.name):
            yield from _problems(section, "section", meant=None)
    for item in callcenter.items():
        if not _is_sound(item.name):
            fact = callcenter.meant(item)
            yield from _problems(item, "item", fact.name if fact else None)


def _is_sound(name: str) -> bool:
    return name.isascii() and name.isalnum() and name not in _RESERVED


def _problems(named: Section | Item, kind: str, meant: str | None) -> Iterator[Problem]:
    if not named.name.strip():
        yield Problem(f"this {kind} has no name", named.name_at, help=f"give the {kind} a name of letters and digits")
        return
    if named.name in _RESERVED:
        message = f"'{named.name}' is a word of Salesforce itself, so no {kind} can have it as its name"
        yield Problem(message, named.name_at, help=f"give the {kind} another name")
        return
    bad = _NOT_ALLOWED.search(named.name)
    if bad:
        help_ = f"rename it to {meant}" if meant else "use nothing but letters and digits"
        at = named.name_at.slice(*bad.span())
        yield Problem(f"'{bad[0]}' is not allowed in the name '{named.name}'", at, help=help_)
