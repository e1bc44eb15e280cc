"""
A layout in production leads to a sandbox.

Agents see, and change, records of a test system. A page of a package has an address like `acme--c.vf.force.com` in production
as well; only a second `--` names a sandbox there.

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

```json bad live=snapshot.json
{"salesforce": {"sandbox": false}}
```

```json bad live=desktop-layout.json at="acme--dev--c.visualforce.com"
{"name": "Agents", "jsonFileContent": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://acme--dev--c.visualforce.com/apex/Orders"}}}
```

```json good live=snapshot.json
{"salesforce": {"sandbox": false}}
```

```json good live=desktop-layout.json
{"name": "Agents", "jsonFileContent": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://acme--c.vf.force.com/apex/Orders"}}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Label, Place, Problem, rule
from wxcc_lint.api.org import Org

_SALESFORCE = (".salesforce.com", ".force.com", ".site.com", ".visualforce.com")
_LOGIN = re.compile(r"(?:test|cs\d+)\.salesforce\.com")


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
            if _is_sandbox(address.host.lower()):
                found.setdefault(address.host.lower(), []).append(address.piece_at("host"))
        for host, (first, *more) in found.items():
            yield Problem(
                f"the layout '{layout.name}' leads to '{host}', a sandbox, and this is production",
                first,
                also=tuple(Label(place, "also here") for place in more),
                help="write the address of the production org",
            )


def _is_sandbox(host: str) -> bool:
    """Tell it with enhanced domains, without them, and of old. Before pages and files, one `--` leads to a package."""
    if not host.endswith(_SALESFORCE):
        return False
    marks = host.partition(".")[0].count("--")
    is_named = marks > 1 or (marks == 1 and (".my." in host or ".lightning." in host))
    return is_named or ".sandbox." in host or bool(_LOGIN.fullmatch(host))
