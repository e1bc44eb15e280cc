"""
A piece of a layout stands in a file of its own.

The upload takes whole layouts only. Whoever uploads this file instead of pasting the piece into a layout leaves agents with an empty desktop.

```json bad at="{"
{
  "id": "acme-orders",
  "jsonFileName": "orders.json",
  "jsonFileContent": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://orders.acme.com/"}}
}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://orders.acme.com/"}}
```

Areas, entries of `navigation`, pages and components are recognised. An example in a folder for people to copy from can be ignored in the config, with the reason.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import piece_of


@rule(
    "layout/bare-piece",
    on=Layout,
    severity="warning",
    catalogue=("dl:top-level-shape",),
    supersedes=("layout/unclear-form",),
    sources=("types of the Desktop in @wxcc-desktop/sdk-types", "pieces that vendors published"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield what the root is, unless it is a layout."""
    piece = piece_of(layout.root)
    if piece is not None:
        message = f"this is no layout but a piece of one: {piece.name} on its own"
        yield Problem(message, layout.root_at.slice(0, 1), help=f"paste it into {piece.belongs}")
