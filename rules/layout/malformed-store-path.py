"""
A path into the Desktop's data has blanks around it, a dot too many, or nothing behind `$STORE`.

There is no data under such a path, so the widget gets nothing, or the words of the path. Nobody has published what the Desktop makes of it.

```json bad at='.'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId."}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId"}}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import tidied_reference, unusual_store_texts

_NEEDLESS = re.compile(r"\A\s+|\.(?=\.)|[.\s]+\Z")


@rule(
    "layout/malformed-store-path",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:store-syntax",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first needless character of each, or the marker that stands alone."""
    for text in unusual_store_texts(layout):
        tidy, needless = tidied_reference(text), _NEEDLESS.search(text.value)
        if tidy and needless:
            yield Problem(
                f"blanks stand beside '{tidy}'" if needless[0].isspace() else f"'{text.value}' has a dot too many",
                text.at.slice(*needless.span()),
                help=f"write {tidy}",
                fix=Fix(f"write {tidy}", (Edit(text.at, "set", tidy),)),
            )
        elif text.value.strip() in {"$STORE", "$STORE."}:
            yield Problem(
                "nothing stands behind '$STORE'",
                text.at,
                help="name the data that is meant, as in $STORE.agent.agentId",
            )
