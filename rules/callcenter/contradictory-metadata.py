"""
A metadata component says a setting twice, and not the same.

Which of the two Salesforce takes is documented nowhere. Agents may get another softphone than the sections of the file promise.

```xml bad at='"1"'
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <customSettings>{"reqSoftphoneHeight":"1","reqSoftphoneWidth":"500"}</customSettings>
  <displayName>Phone</displayName>
  <sections>
    <items><label>Softphone Height</label><name>reqSoftphoneHeight</name><value>300</value></items>
    <items><label>Softphone Width</label><name>reqSoftphoneWidth</name><value>500</value></items>
    <label>General Information</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
```

```xml good
<CallCenter xmlns="http://soap.sforce.com/2006/04/metadata">
  <customSettings>{"reqSoftphoneHeight":"300","reqTimeout":"5000"}</customSettings>
  <displayName>Phone</displayName>
  <sections>
    <items><label>Softphone Height</label><name>reqSoftphoneHeight</name><value>300</value></items>
    <label>General Information</label>
    <name>reqGeneralInfo</name>
  </sections>
</CallCenter>
```

Compared are `adapterUrl`, `displayName` and each setting in `customSettings` with the item of the same meaning in `reqGeneralInfo`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Label, Problem, rule
from wxcc_lint.api.callcenter import Mirror, mirrors


@rule(
    "callcenter/contradictory-metadata",
    on=CallCenter,
    severity="error",
    evidence="verified",
    catalogue=("cc:metadata-mirror-conflict",),
    sources=("Metadata API Developer Guide, CallCenter",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each second place that disagrees with its item; items with elements in them are told by another rule."""
    for mirror in mirrors(callcenter):
        if not mirror.item.strays and not _agree(mirror):
            yield _problem(callcenter.label_of(mirror.item), mirror)


def _problem(label: str, mirror: Mirror) -> Problem:
    item, value = mirror.item, mirror.item.value
    return Problem(
        f"'{label}' is {_shown(value)} in its section, but {_shown(mirror.text)} in {mirror.element}",
        mirror.at,
        also=(Label(item.name_at if item.is_blank else item.at, "the section says this"),),
        help=f"make the two the same: write '{value}' here, or correct the item {item.name}",
        # Not safe: the section may be the wrong one of the two.
        fix=Fix(f"write '{value}' in {mirror.element}", (Edit(mirror.at, "set", value),), safe=False),
    )


def _shown(text: str) -> str:
    return f"'{text.strip()}'" if text.strip() else "blank"


def _agree(mirror: Mirror) -> bool:
    return _essence(mirror.text) == _essence(mirror.item.value)


def _essence(text: str) -> str:
    """Return a value without what makes no difference: outer blanks and, in addresses, the slash at the end."""
    return text.strip().removesuffix("/")
