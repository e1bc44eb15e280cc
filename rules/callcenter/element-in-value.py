"""A value holds a tag, so that a part of it is lost.

What stands in angle brackets is an element of XML. Salesforce expects text: the import is refused, or the softphone gets a value with a hole in it.

```xml bad at="<domain/>"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://<domain/>/softphone</item>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
    <item sortOrder="2" name="reqAdapterUrl" label="CTI Adapter URL">https://phone.example.com/softphone</item>
  </section>
</callCenter>
```

Mostly it is a placeholder that nobody filled in. Where the angle brackets are meant, write `&lt;` and `&gt;`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule


@rule(
    "callcenter/element-in-value",
    on=CallCenter,
    severity="error",
    supersedes=(
        "callcenter/disabled-cti-api",
        "callcenter/extra-adapter-url-parts",
        "callcenter/foreign-adapter-host",
        "callcenter/foreign-namespace",
        "callcenter/invalid-adapter-url",
        "callcenter/invalid-boolean",
        "callcenter/invalid-compatibility-mode",
        "callcenter/invalid-internal-name",
        "callcenter/invalid-softphone-size",
        "callcenter/mapping-not-array",
    ),
    sources=("Open CTI Developer Guide, call center definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Report the first element in each value."""
    for item in callcenter.items():
        if item.strays:
            first = item.strays[0]
            yield Problem(
                f"'{first.path[-1]}' in '{callcenter.label_of(item)}' is read as a tag, and is no part of the value",
                first,
                help="put the real value there, or write &lt; for < where the brackets are meant",
            )
