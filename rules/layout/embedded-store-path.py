"""
A path into the Desktop's data stands amid other text.

By its documentation the Desktop fills in a value that is a path and nothing else. Here the widget probably gets the words of the path: a page opens with `$STORE` in its address and finds no customer.

```json bad at='$STORE.agent.agentId'
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"query": "agent=$STORE.agent.agentId"}}
```

```json bad at='$STORE.agent.agentName'
{"comp": "page-title", "attributes": {"pageTitle": "Hey $STORE.agent.agentName, welcome!"}}
```

```json good
{"comp": "page-title", "attributes": {"pageTitle": "Hey {$STORE.agent.agentName}, welcome!"}}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "properties": {"agentId": "$STORE.agent.agentId"}}
```

The title of the home page, `pageTitle` of `page-title`, is the one place where paths may stand amid words, in braces. For no other place is that documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import Reference, can_mix, references_in, tidied_reference, unusual_store_texts


@rule(
    "layout/embedded-store-path",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:store-embedded",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield a problem for each text with paths that are not filled in, at the first of them."""
    for text in unusual_store_texts(layout):
        if tidied_reference(text):
            continue
        mixes = can_mix(text)
        left = [one for one in references_in(text) if not one.is_whole and not (mixes and one.is_braced)]
        if left:
            also = tuple(Label(one.at, "another path") for one in left[1:])
            yield _without_braces(left, also) if mixes else _amid_text(left[0], also)


def _without_braces(left: list[Reference], also: tuple[Label, ...]) -> Problem:
    edits = tuple(Edit(one.at, "set", f"{{$STORE.{one.path}}}") for one in left)
    return Problem(
        f"'$STORE.{left[0].path}' stands amid other text without braces",
        left[0].at,
        also,
        help=f"write {edits[0].value}",
        fix=Fix("put braces around it", edits, safe=False),
    )


def _amid_text(first: Reference, also: tuple[Label, ...]) -> Problem:
    path = f"$STORE.{first.path}"
    alone = first.is_braced and first.text.value == f"{{{path}}}"
    return Problem(
        f"'{path}' stands in braces here" if alone else f"'{path}' stands amid other text",
        first.at,
        also,
        help=f"write {path}"
        if alone
        else "hand the path over as a value of its own, and let the widget put the text together",
        fix=Fix("take the braces away", (Edit(first.text.at, "set", path),), safe=False) if alone else None,
    )
