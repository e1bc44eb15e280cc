"""
An entry has a port.

Control Hub asks for domains, and whether it takes a port is not documented. Without one an entry stands for the usual port, 443.

```text bad file=csp/prod.txt at="widgets.acme.com:8443"
widgets.acme.com:8443
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
from wxcc_lint.api.allowlist import bare_entry, replaced_by


@rule(
    "allowlist/entry-with-port",
    on=AllowList,
    severity="info",
    profile="strict",
    evidence="inferred",
    sources=("help.webex.com 3srgv1", "Content Security Policy Level 3"),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each entry whose one extra is a port; the usual one can be left out."""
    for entry in allowlist.entries:
        source = entry.source
        if source is None or source.port is None or source.scheme or source.path:
            continue
        is_usual = bare_entry(source) == source.pattern
        yield Problem(
            f"'{entry.value}' has a port; whether the list takes one is not documented",
            entry.at,
            help=f"write '{source.pattern}'"
            if is_usual
            else f"see that port 443 is answered, and write '{source.pattern}'",
            fix=replaced_by(allowlist, entry, source.pattern, safe=True) if is_usual else None,
        )
