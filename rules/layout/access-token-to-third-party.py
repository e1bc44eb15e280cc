"""
A widget from a host that is not the vendor's gets the agent's access token.

Whoever controls that host can do in Webex Contact Center what the agent can, for as long as the token is valid. That is in order for a host of your own, and for one you would trust with it.

```json bad at='"$STORE.auth.accessToken"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"token": "$STORE.auth.accessToken"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId"}}
```

Hosts that you trust go into the config; what lies below them is trusted as well: `rules: {layout/access-token-to-third-party: {trusted: [widgets.acme.com]}}`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.hosts import host_of, is_vendors
from wxcc_lint.api.layout import store_references

_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")


@rule(
    "layout/access-token-to-third-party",
    on=Layout,
    severity="warning",
    profile="strict",
    catalogue=("dl:token-to-third-party",),
    sources=("developer.webex.com",),
)
def check(layout: Layout, trusted: Sequence[str] = ()) -> Iterator[Problem]:
    """Yield each access token for a script from elsewhere; a host that is a placeholder is nobody's yet."""
    loading = {(one.role.name, one.comp): one for one in layout.components_with("script") if one.script}
    for reference in store_references(layout):
        component = reference.text.component
        if reference.names != ("auth", "accessToken") or component is None:
            continue
        source = component if component.script else loading.get((component.role.name, component.comp), component)
        host = host_of(source.script or "") or ""
        if _HOST.fullmatch(host) and not is_vendors(host) and not _is_below(host, trusted):
            yield Problem(
                f"'{component.comp}' from '{host}' gets the agent's access token",
                reference.at,
                (Label(source.place("script"), "the widget comes from here"),),
                help="make sure that you trust this host with it, and name it under trusted in the config",
            )


def _is_below(host: str, domains: Sequence[str]) -> bool:
    return any(host == domain.lower() or host.endswith(f".{domain.lower()}") for domain in domains)
