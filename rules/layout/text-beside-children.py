"""
A component has a text and children.

The text takes the place of the children, so agents do not see what stands in `children`; or the children take the place of the text. Which of the two the Desktop does is not documented.

```json bad at='"textContent"'
{"comp": "div", "textContent": "Orders", "children": [{"comp": "md-spinner"}]}
```

```json good
{"comp": "div", "children": [{"comp": "span", "textContent": "Orders"}, {"comp": "md-spinner"}]}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule


@rule(
    "layout/text-beside-children",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:text-and-children",),
    sources=("DOM Standard, textContent", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each text that is not empty and has children beside it."""
    for component in layout.components_with("textContent"):
        if component.text_content and component.children:
            yield Problem(
                f"'{component.comp}' has a 'textContent' and 'children', and only one of them can show",
                component.place("textContent").key(),
                also=(Label(component.place("children").key(), "these stand beside it"),),
                help="put the text into a child of its own, such as a 'span'",
            )
