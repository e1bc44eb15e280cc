"""
An entry can be reached from inside a company only.

Agents who work from elsewhere need a way into that network, or what comes from there stays empty.

```text bad file=csp/prod.txt at="*.orders.local"
*.orders.local
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
orders.acme.com
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Problem, rule
from wxcc_lint.api.hosts import is_local, is_private


@rule(
    "allowlist/private-entry",
    on=AllowList,
    severity="info",
    profile="strict",
    evidence="inferred",
    sources=("RFC 6762", "RFC 1918"),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each such entry; of a wildcard, what stands below it counts."""
    for entry in allowlist.entries:
        source = entry.source
        if source is None or source.host == "*" or is_local(source.host):
            continue
        if is_private(f"any.{source.host}" if source.is_wildcard else source.host):
            yield Problem(
                f"'{entry.value}' can be reached from inside a company only",
                entry.at,
                help="see that all agents reach it, those at home as well",
            )
