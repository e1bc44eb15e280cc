"""
The adapter URL is not a whole https address.

Salesforce opens this address in the agent's softphone. Browsers refuse http inside Salesforce, and from a blank or shortened address nothing loads: the softphone stays empty.

```xml bad at="http:"
<item name="reqAdapterUrl">http://desktop.wxcc-eu1.cisco.com/</item>
```

```xml bad at="desktop.wxcc-eu1.cisco.com"
<item name="reqAdapterUrl">desktop.wxcc-eu1.cisco.com</item>
```

```xml good
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

The slash at the end may be left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, rule
from wxcc_lint.api.callcenter import GENERAL
from wxcc_lint.api.hosts import host_of, region_of

_BEFORE_HOST = re.compile(r"([A-Za-z]*:)?/*")
_HELP = "write the whole address of your tenant's Agent Desktop, such as https://desktop.wxcc-eu1.cisco.com/"


@rule(
    "callcenter/invalid-adapter-url",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:adapter-url-https",),
    sources=("Open CTI Developer Guide, reqAdapterUrl", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the adapter URL unless it begins with https:// and a host."""
    item = callcenter.item("reqAdapterUrl", GENERAL)
    if item is None:
        return
    label = callcenter.label_of(item)
    if item.is_blank:
        yield Problem(f"'{label}' is blank", item.name_at, help=_HELP)
    elif not (item.value.lower().startswith("https://") and host_of(item.value)):
        yield _broken(item, label)


def _broken(item: Item, label: str) -> Problem:
    before = _BEFORE_HOST.match(item.value)
    assert before is not None, "the pattern matches nothing at all, too"
    mended = "https://" + item.value[before.end() :]
    whole = Place(item.document, item.path)
    fix = Fix(f"write {mended}", (Edit(whole, "set", mended),)) if region_of(mended) else None
    help_ = f"write {mended}" if fix else _HELP
    scheme = before[1]
    if scheme and scheme.lower() != "https:":
        start = item.text.index(scheme)
        at = whole.slice(start, start + len(scheme))
        return Problem(f"'{label}' begins with {scheme} instead of https:", at, help=help_, fix=fix)
    return Problem(f"'{label}' is not a whole address: '{item.value}'", item.at, help=help_, fix=fix)
