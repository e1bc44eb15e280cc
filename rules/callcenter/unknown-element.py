"""An element stands where Salesforce expects none of its name.

A definition is `callCenter`, in it `section`, in it `item`, nothing else. Salesforce refuses the file, or what stands in the element never reaches the agent's softphone.

```xml bad at="itme"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">AcmeDesk</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Acme Desk</item>
    <itme sortOrder="2" name="reqUseApi" label="Use CTI API">true</itme>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">AcmeDesk</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Acme Desk</item>
    <item sortOrder="2" name="reqUseApi" label="Use CTI API">true</item>
  </section>
</callCenter>
```

What a metadata retrieve writes has `sections` and `items` instead, and names, labels and values as elements.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, did_you_mean, rule

_EXPECTED = {"import": ("section", "item"), "metadata": ("sections", "items", "name", "label", "value")}


@rule(
    "callcenter/unknown-element",
    on=CallCenter,
    severity="error",
    sources=("Open CTI Developer Guide, call center definition XML format", "Metadata API Developer Guide, CallCenter"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the elements outside of items that neither form knows."""
    strays = list(callcenter.strays())
    inside_items = {place.path for item in callcenter.items() for place in item.strays} if strays else set()
    for name, place in strays:
        if place.path not in inside_items and callcenter.root_name in {"callCenter", "CallCenter"}:
            hint = did_you_mean(name, _EXPECTED[callcenter.form])
            help_ = "rename or remove it; the elements are " + ", ".join(_EXPECTED[callcenter.form])
            yield Problem(f"'<{name}>' has no place here{hint}", place.key(), help=help_)
