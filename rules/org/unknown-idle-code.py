"""
The idle code for chats and cases is none of the tenant.

The connector sets no such code, so agents stay available: they get a call while they work on a chat or a case.

```xml bad live=crm.xml at="In a chat"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json bad live=auxiliary-code.json
[{"name": "Lunch", "workTypeCode": "IDLE_CODE", "active": true}, {"name": "In a chat", "workTypeCode": "IDLE_CODE", "active": false}]
```

```xml good live=crm.xml
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```json good live=auxiliary-code.json
{"name": "In a chat", "workTypeCode": "IDLE_CODE", "active": true}
```

Wrap-up codes have names of their own: one of the same name does not count.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, did_you_mean, rule
from wxcc_lint.api.org import Org, idle_codes, idle_items


@rule(
    "org/unknown-idle-code",
    on=Org,
    severity="error",
    evidence="verified",
    catalogue=("cc:idle-code-exists",),
    sources=("WxCC API, auxiliary-code",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each idle code in use that is not active in the tenant, if all codes were read."""
    if not org.keeps("auxiliary-code"):
        return
    for callcenter, item in idle_items(org):
        found = [code for code in idle_codes(org) if code.name == item.value]
        if any(not code.is_false("active") for code in found):
            continue
        known = [code.name for code in idle_codes(org) if not code.is_false("active")]
        what = "an idle code that is not active" if found else "no idle code of the tenant"
        yield Problem(
            f"'{callcenter.label_of(item)}' is '{item.value}', {what}{'' if found else did_you_mean(item.value, known)}",
            item.at,
            also=tuple(Label(code.at("active"), "not active") for code in found),
            help="activate it in Control Hub" if found else "write the name of an idle code, or create this one",
        )
