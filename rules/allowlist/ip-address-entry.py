"""
An entry is a number instead of a name.

The standard lets browsers pass over such entries, and numbers change hands. Give the server a name: then the entry holds when it moves.

```text bad file=csp/prod.txt at="192.0.2.17"
192.0.2.17
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
widgets.acme.com
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Problem, rule
from wxcc_lint.api.hosts import is_ip_address, is_local


@rule(
    "allowlist/ip-address-entry",
    on=AllowList,
    severity="info",
    profile="strict",
    evidence="inferred",
    supersedes=("allowlist/private-entry",),
    sources=("Content Security Policy Level 3",),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each such entry; the computer itself is told by localhost-entry."""
    for entry in allowlist.entries:
        if entry.source and is_ip_address(entry.source.host) and not is_local(entry.source.host):
            yield Problem(
                f"'{entry.value}' is a number; browsers need not accept it", entry.at, help="write the name of the host"
            )
