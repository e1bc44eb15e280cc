"""
An entry is the computer of whoever opens the Desktop.

A developer needed it. On an agent's computer no server answers, or any program that happens to listen may bring scripts into the Desktop.

```text bad file=csp/prod.txt at="localhost"
localhost
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

Nothing is told in environments that are called like test systems.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Edit, Fix, Problem, rule
from wxcc_lint.api.hosts import is_local
from wxcc_lint.api.layout import is_for_tests


@rule(
    "allowlist/localhost-entry",
    on=AllowList,
    severity="warning",
    evidence="inferred",
    sources=("RFC 6761",),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each such entry."""
    for entry in () if is_for_tests(allowlist) else allowlist.entries:
        if entry.source and is_local(entry.source.host):
            yield Problem(
                f"'{entry.value}' is the computer of whoever opens the Desktop",
                entry.at,
                help="take it out, unless a program on the agents' computers answers there",
                fix=Fix(f"take '{entry.value}' out", (Edit(entry.at, "remove"),), safe=False),
            )
