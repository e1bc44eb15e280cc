"""
A tab has nothing to read on it.

Agents see an empty tab, and screen readers have nothing to say.

```json bad at='"md-tab"'
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "class": "widget-pane-tab"}},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "class": "widget-pane"}, "children": [{"comp": "div"}]}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "class": "widget-pane-tab"}, "children": [{"comp": "md-tooltip", "attributes": {"message": "Orders"}, "children": [{"comp": "span", "textContent": "Orders"}]}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "class": "widget-pane"}, "children": [{"comp": "div"}]}
  ]
}
```

A slot that the Desktop fills will do, and so will an icon with a tooltip. What a component of your own shows is not known, so its tab is left alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from wxcc_lint.api import Component, Layout, Problem, rule
from wxcc_lint.api.layout import inside, label_of, slot_of, tab_groups

_READ = {"aria-label", "arialabel", "alt", "label", "message", "title", "textcontent", "innertext", "innerhtml"}


@rule(
    "layout/unlabelled-tab",
    on=Layout,
    severity="warning",
    catalogue=("dl:tab-without-label",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each tab in which nothing can be read, unless its children are no list: what they say is unknown then."""
    for group in tab_groups(layout):
        with_slot = {entry.at.path for entry, _ in group.slots}
        for number, tab in enumerate(group.tabs, start=1):
            is_read = isinstance(tab.members.get("children", []), list)
            if tab.comp != "md-tab" or not is_read or tab.at.path in with_slot or label_of(tab):
                continue
            if not any(map(_says_something, inside(tab))):
                yield Problem(
                    f"tab {number} has nothing to read on it",
                    tab.place("comp"),
                    help="give it a child 'span' with 'textContent', or a slot of the Desktop",
                )


def _says_something(component: Component) -> bool:
    is_foreign = "-" in component.comp and not component.comp.startswith("md-")
    if is_foreign or slot_of(component):
        return True
    told = chain(component.attributes.items(), component.properties.items())
    return any(value and name.lower() in _READ for name, value in told)
