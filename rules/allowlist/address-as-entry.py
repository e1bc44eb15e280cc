"""
An entry is an address instead of a domain.

Control Hub asks for domains. What it does with `https://` or a path is not documented: it may refuse the entry, or keep one that does nothing.

```text bad file=csp/prod.txt at="https://widgets.acme.com/"
https://widgets.acme.com/
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
    "allowlist/address-as-entry",
    on=AllowList,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:csp-entry-malformed",),
    supersedes=("allowlist/redundant-entry",),
    sources=("help.webex.com 3srgv1",),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each entry with a scheme or a path."""
    for entry in allowlist.entries:
        source = entry.source
        if source is None or (source.scheme is None and source.path is None):
            continue
        parts = [f"'{source.scheme}://'"] if source.scheme else []
        parts += [f"the path '{source.path}'"] if source.path not in {None, "/"} else []
        bare = bare_entry(source)
        yield Problem(
            f"'{entry.value}' is an address{' with ' if parts else ''}{' and '.join(parts)}; the list takes domains",
            entry.at,
            help=f"write '{bare}'",
            fix=replaced_by(allowlist, entry, bare, safe=source.path in {None, "/"}),
        )
