"""
An entry is no domain.

An entry is a host, or `*.` and a domain. Browsers pass over anything else, so whatever the entry was meant for stays blocked.

```text bad file=csp/prod.txt at="*widgets.acme.com"
*widgets.acme.com
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
*.widgets.acme.com
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import AllowList, Problem, rule
from wxcc_lint.api.allowlist import entry_meant, replaced_by


@rule(
    "allowlist/malformed-entry",
    on=AllowList,
    severity="error",
    evidence="verified",
    catalogue=("cc:csp-entry-malformed",),
    sources=("Content Security Policy Level 3", "help.webex.com 3srgv1"),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each entry that is no host source."""
    for entry in allowlist.entries:
        if entry.source is None:
            meant = entry_meant(entry)
            yield Problem(
                f"'{entry.value}' is no domain: {_fault(entry.value)}" if entry.value else "an entry is empty",
                entry.at,
                help=f"write '{meant}'" if meant else "write domains such as '*.acme.com', each as an entry of its own",
                fix=replaced_by(allowlist, entry, meant, safe=False) if meant else None,
            )


def _fault(value: str) -> str:
    if re.search(r"[\s,;]", value):
        return "it holds blanks, commas or semicolons"
    if "*" in value and not re.fullmatch(r"\*\.[^*]+", value):
        return "'*' may stand only in front, as in '*.acme.com'"
    if "?" in value or "#" in value:
        return "it goes on behind the host"
    if not value.isascii():
        return "it has letters that a host is not asked for by"
    return "it has characters, or dots, in the wrong place"
