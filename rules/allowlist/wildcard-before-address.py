"""
A wildcard stands before a whole address.

`*.` goes in front of a domain and of nothing else. Such an entry allows nothing, and whatever it was meant for stays blocked.

```text bad file=csp/prod.txt at="*.https://desktop.wxcc-eu1.cisco.com/"
*.force.com
*.salesforce.com
*.https://desktop.wxcc-eu1.cisco.com/
*.lightning.salesforce.com
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
*.force.com
*.salesforce.com
*.lightning.force.com
*.lightning.salesforce.com
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

The Japanese edition of the vendor's article on Salesforce prints `*.https://` and the address of a desktop where other editions print `*.lightning.force.com`; that is the entry to write.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Problem, rule
from wxcc_lint.api.allowlist import entry_meant, has_misplaced_wildcard, replaced_by
from wxcc_lint.api.hosts import desktop_code


@rule(
    "allowlist/wildcard-before-address",
    on=AllowList,
    severity="error",
    evidence="verified",
    catalogue=("cc:csp-entry-malformed",),
    supersedes=("allowlist/malformed-entry",),
    sources=("Content Security Policy Level 3", "help.webex.com nhxw7kfb in several languages"),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each such entry; one with a desktop's address is the documentation's misprint."""
    for entry in allowlist.entries:
        if not has_misplaced_wildcard(entry):
            continue
        meant = entry_meant(entry)
        is_misprint = desktop_code(entry.value[2:]) is not None
        reason = ", which other editions of the article have in this place" if is_misprint else ""
        yield Problem(
            f"'{entry.value}' allows nothing, as '*.' stands before an address",
            entry.at,
            help=f"write '{meant}'{reason}" if meant else "write a domain such as '*.acme.com'",
            fix=replaced_by(allowlist, entry, meant, safe=False) if meant else None,
        )
