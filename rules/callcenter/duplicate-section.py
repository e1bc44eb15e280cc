"""Two sections have the same name.

Settings are found by section and name. Items of the one section hide behind those of the other, and agents go without the features that they switch on.

```xml bad at="reqOutDialConfig"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
  <section sortOrder="1" name="reqOutDialConfig" label="Outdial">
    <item sortOrder="0" name="prefix" label="Prefix">+1</item>
  </section>
  <section sortOrder="2" name="reqOutDialConfig" label="Outdial">
    <item sortOrder="0" name="ani" label="ANI">false</item>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
  <section sortOrder="1" name="reqOutDialConfig" label="Outdial">
    <item sortOrder="0" name="prefix" label="Prefix">+1</item>
    <item sortOrder="1" name="ani" label="ANI">false</item>
  </section>
</callCenter>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule


@rule(
    "callcenter/duplicate-section",
    on=CallCenter,
    severity="error",
    catalogue=("cc:name-duplicate",),
    sources=("Open CTI Developer Guide, getCallCenterSettings",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Report each repeat and show the first of its name."""
    first = {section.name: section for section in reversed(callcenter.sections)}
    for section in callcenter.sections:
        if section.name and section.repeat > 1:
            yield Problem(
                f"there are two sections '{section.name}'",
                section.name_at,
                (Label(first[section.name].name_at, "the first one"),),
                help="move its items into the first one, or give it a name of its own",
            )
