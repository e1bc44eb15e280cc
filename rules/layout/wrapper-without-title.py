"""
The frame around a widget has no title.

`wrapper` puts a bar with a title and a button above the widget. Without `title` the bar is empty, and agents who use a screen reader do not learn what it holds.

```json bad at='"wrapper"'
{"comp": "div", "wrapper": {"maximizeAreaName": "app-maximize-area"}}
```

```json good
{"comp": "div", "wrapper": {"title": "Orders", "maximizeAreaName": "app-maximize-area"}}
```

What the Desktop shows in place of a missing title is not documented; all published frames have one.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule


@rule(
    "layout/wrapper-without-title",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:wrapper-title-missing",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each frame that is seen and lacks the key; an empty title may be meant."""
    for component in layout.components_with("wrapper"):
        is_seen = component.area != "headless"
        if is_seen and isinstance(component.members.get("wrapper"), dict) and "title" not in component.wrapper:
            yield Problem(
                "'wrapper' has no 'title'",
                component.place("wrapper").key(),
                help="add a 'title': a text, or a key such as $I18N.panelTwo.screenPopTitle",
            )
