"""
An entry is covered by a wider one.

It adds nothing, and makes the list longer to read. Taking it out blocks nothing.

```text bad file=csp/prod.txt at="widgets.acme.com"
*.acme.com
widgets.acme.com
```

```yaml bad file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

```text good file=csp/prod.txt
acme.com
*.acme.com
```

```yaml good file=.wxcc-lint.yaml
environments: {prod: {allowlist: csp/prod.txt, files: ["**"]}}
```

`*.acme.com` stands for hosts of any depth below `acme.com`, and not for `acme.com` itself. Of the four entries that the vendor documents for Salesforce two are covered by the others; they are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import AllowList, Edit, Fix, Label, Problem, rule
from wxcc_lint.api.allowlist import salesforce_entries, wider_entries


@rule(
    "allowlist/redundant-entry",
    on=AllowList,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("cc:csp-entry-redundant",),
    sources=("Content Security Policy Level 3",),
)
def check(allowlist: AllowList) -> Iterator[Problem]:
    """Yield each entry that another one covers, but for those that the vendor documents."""
    for entry, wider in wider_entries(allowlist):
        if entry.value.lower() not in salesforce_entries():
            yield Problem(
                f"'{entry.value}' is covered by '{wider.value}'",
                entry.at,
                also=(Label(wider.at, "this one covers it"),),
                help="take it out",
                fix=Fix(f"take '{entry.value}' out", (Edit(entry.at, "remove"),)),
            )
