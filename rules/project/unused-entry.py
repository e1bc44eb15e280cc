"""
No layout uses an entry of the allowed list.

Every entry is a host that may bring scripts into the Desktop. One that nothing uses any more is a door left open.

```yaml bad file=.wxcc-lint.yaml at="old.acme.com"
environments:
  prod:
    files: ["**"]
    allowlist: [widgets.acme.com, old.acme.com]
```

```json bad file=layouts/agents.json
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    allowlist: [widgets.acme.com]
```

```json good file=layouts/agents.json
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

What a script loads by itself cannot be seen in a layout: ask who wrote the widget before you take an entry out. Entries for pages around the Desktop, such as those for Salesforce, and the vendor's own hosts are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, Project, rule
from wxcc_lint.api.allowlist import Coverage, is_around_desktop, is_first_party, is_over_wide, wanted_sources
from wxcc_lint.api.hosts import HostSource, is_local


@rule(
    "project/unused-entry",
    on=Project,
    severity="info",
    profile="strict",
    evidence="inferred",
    supersedes=("allowlist/redundant-entry",),
    sources=("published layouts", "help.webex.com 3srgv1"),
)
def check(project: Project) -> Iterator[Problem]:
    """Yield each entry that covers nothing in any layout of the environment, if all files could be read."""
    if project.allowlist is None or not project.layouts or project.unread:
        return
    coverage = Coverage(project.allowlist)
    used = {entry for _, source in wanted_sources(project) for entry in coverage.of(source)}
    for entry in project.allowlist.entries:
        if entry.source and entry not in used and not is_over_wide(entry) and not _is_seen_elsewhere(entry.source):
            yield Problem(
                f"nothing in the layouts is loaded from '{entry.value}'",
                entry.at,
                help="take it out, unless a widget fetches from there by itself",
            )


def _is_seen_elsewhere(source: HostSource) -> bool:
    return is_around_desktop(source.host) or is_first_party(source.host) or is_local(source.host)
