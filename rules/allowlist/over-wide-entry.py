"""
An entry allows hosts that everybody can have.

The list is there so that the Desktop loads from those you trust. With such an entry a stranger's script is as welcome as yours.

```text bad file=csp/prod.txt at="*.github.io"
*.github.io
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
acme.github.io
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

It is told of `*`, of a wildcard before a registry's domain such as `*.com` or `*.co.uk`, and before the domain of a service that gives hosts away.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Problem, rule
from wxcc_lint.api.allowlist import is_over_wide, open_domain


@rule(
    "allowlist/over-wide-entry",
    on=AllowList,
    severity="warning",
    evidence="inferred",
    sources=("Content Security Policy Level 3", "the services themselves"),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each such entry."""
    for entry in allowlist.entries:
        if entry.source and is_over_wide(entry):
            yield Problem(
                f"'{entry.value}' allows {_what(entry.source.host)}", entry.at, help="write the hosts that are meant"
            )


def _what(host: str) -> str:
    if host == "*":
        return "every host there is"
    service = open_domain(host)
    return f"the hosts of everybody who is with {service}" if service else f"every name below '{host}'"
