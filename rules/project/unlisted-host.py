"""
A layout loads from a host that the allowed list does not cover.

The browser loads nothing that the tenant's policy does not allow. Agents see an empty widget or frame.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    allowlist: [orders.acme.com]
```

```json bad file=layouts/agents.json at="widgets.acme.com"
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    allowlist: ['*.acme.com']
```

```json good file=layouts/agents.json
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

`*.acme.com` covers hosts of any depth below `acme.com`, and not `acme.com` itself. Which directives of the policy the list feeds is not documented; the one that is named is what the browser asks for. Hosts that should not be in a layout at all, such as `localhost` and tunnels, are told by rules of their own. `wxcc-lint hosts` lists what layouts need.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, Project, rule
from wxcc_lint.api.allowlist import is_first_party, unlisted_hosts


@rule(
    "project/unlisted-host",
    on=Project,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:csp-domain-not-listed",),
    sources=("help.webex.com 3srgv1", "Content Security Policy Level 3"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each host once, with all addresses on it, and the list that lacks it."""
    for wanted in unlisted_hosts(project):
        if wanted.is_loaded and not is_first_party(wanted.host) and project.allowlist:
            first, *others = [address.piece_at("host") for address in wanted.addresses]
            yield Problem(
                f"'{wanted.entry}' is not on the allowed list; it needs {' and '.join(wanted.directives)}",
                first,
                also=(
                    *(Label(place, "also here") for place in others),
                    Label(project.allowlist.root_at, "no entry covers it"),
                ),
                help=f"add '{wanted.entry}' in Control Hub and to the list",
            )
