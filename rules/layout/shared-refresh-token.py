"""
A widget gets the token that renews the agent's sign-in.

With it the widget, or whoever gets hold of it there, can fetch new access tokens and go on acting as the agent. No widget needs it.

```json bad at='"$STORE.auth.refreshToken"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"token": "$STORE.auth.refreshToken"}}
```

```json bad at='"$STORE.auth"'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"auth": "$STORE.auth"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"token": "$STORE.auth.accessToken"}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import store_references


@rule(
    "layout/shared-refresh-token",
    on=Layout,
    severity="error",
    supersedes=("layout/store-object-as-attribute",),
    catalogue=("dl:token-to-third-party",),
    sources=("type declarations of the Desktop in @wxcc-desktop/sdk-types",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each value that is the refresh token, or all that the store knows of the sign-in."""
    for reference in store_references(layout):
        component = reference.text.component
        if reference.names[0] != "auth" or component is None or not reference.is_whole:
            continue
        if reference.names == ("auth", "refreshToken"):
            yield Problem(
                f"'{component.comp}' gets the token that renews the agent's sign-in",
                reference.at,
                help="take it out; $STORE.auth.accessToken is what widgets work with",
            )
        elif reference.names == ("auth",):
            yield Problem(
                f"'{component.comp}' gets all of '$STORE.auth', the token that renews the agent's sign-in included",
                reference.at,
                help="hand over what the widget needs, such as $STORE.auth.accessToken",
            )
