"""
An element that is always there has a script.

The browser or the Desktop brings this element itself, and nobody can define an element twice. The script does not change it: agents see what they would see without.

```json bad at='"script"'
{"comp": "agentx-wc-iframe", "script": "https://widgets.acme.com/orders/1.4.0/orders.js", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/"}}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/"}}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import is_builtin


@rule(
    "layout/script-on-built-in",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:script-on-builtin",),
    sources=("help.webex.com ng08gqeb", "HTML Living Standard, custom elements"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each script of an element that HTML, the Desktop or its library has."""
    for component in layout.components_with("script"):
        if component.script and is_builtin(component.comp):
            yield Problem(
                f"'{component.comp}' is there without a script, and this one cannot change it",
                component.place("script").key(),
                also=(Label(component.place("comp"), "the browser or the Desktop has this element"),),
                help="delete 'script', or name the element that the script defines in 'comp'",
            )
