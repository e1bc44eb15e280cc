"""
A host that the allowed list does not cover may have to be on it.

Whether a widget fetches from an address it is given, only the widget knows; and some domains of the vendor are on every list from the beginning, but nobody published which.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    allowlist: [widgets.acme.com, wc.imiengage.io]
```

```json bad file=layouts/agents.json at="orders.acme.com"
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://orders.acme.com/api"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    allowlist: [widgets.acme.com, orders.acme.com, wc.imiengage.io]
```

```json good file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://orders.acme.com/api"}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.allowlist import is_first_party, unlisted_hosts


@rule(
    "project/perhaps-unlisted-host",
    on=Project,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:csp-domain-not-listed",),
    sources=("help.webex.com 3srgv1",),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield the vendor's hosts, and those that layouts only hand to widgets; the others are told by unlisted-host."""
    for wanted in unlisted_hosts(project):
        is_vendors = is_first_party(wanted.host)
        if project.allowlist and (is_vendors or not wanted.is_loaded):
            why = "may be there from the beginning" if is_vendors else "is needed only if the widget fetches from it"
            first, *others = [address.piece_at("host") for address in wanted.addresses]
            yield Problem(
                f"'{wanted.entry}' is not on the allowed list; it {why} ({' and '.join(wanted.directives)})",
                first,
                also=(
                    *(Label(place, "also here") for place in others),
                    Label(project.allowlist.root_at, "no entry covers it"),
                ),
                help=f"add '{wanted.entry}' if the browser's console says that it was blocked",
            )
