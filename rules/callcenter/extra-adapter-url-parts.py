"""
The adapter URL has more than https and the host of the Agent Desktop.

The vendor's file and every table of regions have the bare host. A port, a path or anything behind it may load another page than the Agent Desktop, and a password in it can be read by every admin.

```xml bad at="/agent?debug=true"
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/agent?debug=true</item>
```

```xml good
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import GENERAL
from wxcc_lint.api.hosts import desktop_code

_PARTS = re.compile(r"https://(?P<user>[^/?#]*@)?(?P<host>[^/?#:@]+)(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


@rule(
    "callcenter/extra-adapter-url-parts",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:adapter-url-extra",),
    sources=("published definition files", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first part too many of an https adapter URL whose host has the right shape."""
    item = callcenter.item("reqAdapterUrl", GENERAL)
    parts = _PARTS.search(item.text.rstrip()) if item else None
    if item is None or parts is None or desktop_code(item.value) is None:
        return
    if parts["user"]:
        extra, message = "user", "has a user name before the host"
    elif parts["rest"] not in {"", "/"}:
        extra, message = "rest", f"has '{parts['rest']}' behind the host"
    else:
        return
    whole = Place(item.document, item.path)
    url = f"https://{parts['host']}/"
    yield Problem(
        f"'{callcenter.label_of(item)}' {message}",
        whole.slice(*parts.span(extra)),
        help=f"write {url}",
        fix=Fix(f"write {url}", (Edit(whole, "set", url),), safe=False),
    )
