"""
An entry stands twice in the list.

The second one adds nothing. Whoever takes one of them out believes the host to be blocked, and it is not.

```text bad file=csp/prod.txt at="WIDGETS.acme.com"
widgets.acme.com
WIDGETS.acme.com
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
widgets.acme.com
*.widgets.acme.com
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Edit, Fix, Label, Problem, rule
from wxcc_lint.api.allowlist import AllowEntry
from wxcc_lint.api.hosts import HostSource


@rule(
    "allowlist/repeated-entry",
    on=AllowList,
    severity="warning",
    evidence="verified",
    catalogue=("cc:csp-entry-redundant",),
    supersedes=("allowlist/redundant-entry", "project/unused-entry"),
    sources=("Content Security Policy Level 3",),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each entry that stood before, whatever its letters' case."""
    first: dict[HostSource, AllowEntry] = {}
    for entry in allowlist.entries:
        earlier = first.setdefault(entry.source, entry) if entry.source else entry
        if earlier is not entry:
            yield Problem(
                f"'{entry.value}' stands twice in the list",
                entry.at,
                also=(Label(earlier.at, "it stands here already"),),
                help="take it out",
                fix=Fix(f"take the second '{entry.value}' out", (Edit(entry.at, "remove"),)),
            )
