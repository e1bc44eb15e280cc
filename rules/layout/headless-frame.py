"""
A frame stands in the area without a face.

Widgets in `headless` work in the background, through the Desktop's SDK. A page in a frame cannot reach the SDK, and here nobody sees it either: it does nothing.

```json bad at='"agentx-wc-iframe"'
{
  "headless": {
    "id": "dw-headless",
    "widgets": {"logger": {"comp": "agentx-wc-iframe", "attributes": {"src": "https://logs.acme.com/agent"}}},
    "layout": {"areas": [["logger"]], "size": {"rows": [1], "cols": [1]}}
  }
}
```

```json good
{
  "headless": {
    "id": "dw-headless",
    "widgets": {"logger": {"comp": "acme-logger", "script": "https://widgets.acme.com/logger/1.2.0/logger.js"}},
    "layout": {"areas": [["logger"]], "size": {"rows": [1], "cols": [1]}}
  }
}
```

That frames get no SDK is what developers report, and what the vendor says of its types.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule

_FRAMES = frozenset({"agentx-wc-iframe", "iframe"})


@rule(
    "layout/headless-frame",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:headless-iframe",),
    sources=("developer.webex.com desktop-iframe-shell-migration", "field notes"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each frame, at any depth."""
    for component in layout.components_in("headless"):
        if component.comp in _FRAMES:
            yield Problem(
                f"'{component.comp}' in 'headless' is neither seen nor connected with the Desktop",
                component.place("comp"),
                help="load a web component with a 'script' here, or show the frame in a tab or on a page",
            )
