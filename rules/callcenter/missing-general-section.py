"""The section that names the call center is missing.

Salesforce finds name, address and size of the softphone in this section. Without it the import is refused.

```xml bad at="reqGeneralinfo"
<callCenter>
  <section sortOrder="0" name="reqGeneralinfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

```xml good
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="Whatever you like">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">Phone</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

The label may be changed, the name may not.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, closest, rule
from wxcc_lint.api.callcenter import GENERAL


@rule(
    "callcenter/missing-general-section",
    on=CallCenter,
    severity="error",
    catalogue=("cc:section-missing-general",),
    supersedes=("callcenter/invalid-name", "callcenter/unknown-section"),
    sources=("Open CTI Developer Guide, required call center elements and attributes",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look for the section, and for one that may be meant for it."""
    if callcenter.section(GENERAL):
        return
    near = callcenter.section(closest(GENERAL, (section.name for section in callcenter.sections)) or "")
    if near is None or not near.name:
        yield Problem(
            f"the section '{GENERAL}' is missing",
            callcenter.root_at,
            help=f"add a section named {GENERAL} with the items reqInternalName and reqDisplayName",
        )
        return
    rename = Edit(near.name_at, "rename", GENERAL)
    yield Problem(
        f"the section '{GENERAL}' is missing; is '{near.name}' meant to be it?",
        near.name_at,
        help=f"rename '{near.name}' to {GENERAL}",
        fix=Fix(f"rename '{near.name}' to {GENERAL}", (rename,), safe=False),  # the name is a guess
    )
