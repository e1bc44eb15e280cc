"""
A frame has a permission attribute that the Desktop does not document.

Nothing says that `agentx-wc-iframe` hands `sandbox` or `allow` on to the frame. A page that counts on them may do without the camera, or have more rights than you think.

```json bad at='"sandbox"'
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://crm.acme.com/orders", "sandbox": "allow-scripts"}}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://crm.acme.com/orders"}}
```

A sample of the vendor passes permissions in `allowedParams`, such as `clipboard-write`; that is not documented either. The page itself can limit what it does by its own Content Security Policy.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule

_PERMISSIONS = frozenset({"sandbox", "allow"})


@rule(
    "layout/undocumented-frame-permission",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:iframe-sandbox-undocumented",),
    sources=("help.webex.com ng08gqeb", "the vendor's starter project for widgets"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such attribute; HTML does not tell capitals from small letters there."""
    for component in layout.components("agentx-wc-iframe"):
        for name in component.attributes:
            if name.lower() in _PERMISSIONS:
                yield Problem(
                    f"whether the frame gets '{name}' is not documented",
                    component.place("attributes", name).key(),
                    help="try it in the browser, and do not count on it for protection",
                )
