"""
A layout in production leads to a sandbox.

Agents see, and change, records of a test system.

```json bad live=snapshot.json
{"salesforce": {"sandbox": false}}
```

```json bad live=desktop-layout.json at="acme--dev.sandbox.my.salesforce.com"
{"name": "Agents", "jsonFileContent": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://acme--dev.sandbox.my.salesforce.com/apex/Orders"}}}
```

```json good live=snapshot.json
{"salesforce": {"sandbox": false}}
```

```json good live=desktop-layout.json
{"name": "Agents", "jsonFileContent": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://acme.my.salesforce.com/apex/Orders"}}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Label, Place, Problem, rule
from wxcc_lint.api.org import Org

_SANDBOX = re.compile(
    r"(?:.+\.sandbox\.|[^.]+--[^.]+\.)(?:[a-z0-9-]+\.)*(?:salesforce|force|site)\.com|test\.salesforce\.com|cs\d+\.salesforce\.com",
    re.IGNORECASE,
)
"""Addresses of sandboxes: with enhanced domains, without them, and of old."""


@rule(
    "org/sandbox-host",
    on=Org,
    severity="error",
    evidence="verified",
    supersedes=(
        "layout/non-production-host",
        "layout/possible-test-host",
        "project/unlisted-host",
        "project/missing-salesforce-entry",
    ),
    sources=("Salesforce Help, My Domain URL formats",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each such host once, with all addresses on it, where the Salesforce org is one for production."""
    if org.facts.sandboxes.get("salesforce") is not False:
        return
    for layout in org.layouts:
        found: dict[str, list[Place]] = {}
        for address in layout.view.addresses() if layout.view and layout.is_active else ():
            if _SANDBOX.fullmatch(address.host):
                found.setdefault(address.host.lower(), []).append(address.piece_at("host"))
        for host, (first, *more) in found.items():
            yield Problem(
                f"the layout '{layout.name}' leads to '{host}', a sandbox, and this is production",
                first,
                also=tuple(Label(place, "also here") for place in more),
                help="write the address of the production org",
            )
