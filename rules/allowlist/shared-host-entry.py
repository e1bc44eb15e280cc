"""
An entry is a host on which everybody can put files.

It allows your files there, and with them those of everybody else.

```text bad file=csp/prod.txt at="s3.amazonaws.com"
s3.amazonaws.com
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
acme-widgets.s3.amazonaws.com
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Problem, rule
from wxcc_lint.api.hosts import host_fact, is_shared


@rule(
    "allowlist/shared-host-entry",
    on=AllowList,
    severity="info",
    profile="strict",
    evidence="inferred",
    sources=("the services themselves",),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each such entry; a wildcard before one is told by over-wide-entry."""
    for entry in allowlist.entries:
        if entry.source is None or entry.source.is_wildcard:
            continue
        fact = host_fact(entry.source.host)
        if is_shared(entry.source.host):
            yield Problem(
                f"everybody can put files on '{entry.value}'",
                entry.at,
                help="load from a host of your own, and allow that",
            )
        elif fact and fact.kind == "tunnel":
            yield Problem(
                f"'{entry.value}' is a tunnel to somebody's computer ({fact.of})",
                entry.at,
                help="take it out once nobody tests with it",
            )
