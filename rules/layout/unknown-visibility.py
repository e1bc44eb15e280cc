"""
A visibility tag is none of the Desktop's.

The Desktop knows a few tags, and no others can be made up. What it does with one that it does not know is not documented; whoever set the tag wanted it to decide whether the tab is there.

```json bad at='"SCREENPOP"'
{
  "persistent": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "SCREENPOP"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}], "visibility": "SCREEN_POP"}
  ]
}
```

```json good
{
  "persistent": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "SCREEN_POP"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}], "visibility": "SCREEN_POP"}
  ]
}
```

The contact history has no tag: its tab is always there.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, closest, rule
from wxcc_lint.api.layout import LayoutText, desktop_tabs, visibility_tags


@rule(
    "layout/unknown-visibility",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:visibility-unknown",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each tag that is not known; an empty one says nothing."""
    always_there = {tab.name for tab in desktop_tabs() if tab.visibility is None}
    for text in layout.texts():
        tag = text.value
        if text.name != "visibility" or tag in visibility_tags() or not tag.strip() or not _is_visibility(text):
            continue
        if tag in always_there:
            remove = Fix("take the tag away", (Edit(text.at, "remove"),), safe=False)
            yield Problem(f"'{tag}' is no visibility tag", text.at, help="leave 'visibility' out there", fix=remove)
            continue
        meant = closest(tag.strip(), visibility_tags())
        if meant:
            fix = Fix(f"write {meant}", (Edit(text.at, "set", meant),), safe=False)
            message = f"'{tag}' is no visibility tag; did you mean '{meant}'?"
            yield Problem(message, text.at, help=f"write {meant}", fix=fix)
        else:
            known = ", ".join(sorted(name for name, status in visibility_tags().items() if status == "current"))
            message = f"'{tag}' is no visibility tag that the Desktop is known to have"
            yield Problem(message, text.at, help=f"leave 'visibility' out, or use one of {known}")


def _is_visibility(text: LayoutText) -> bool:
    """Return whether it is the tag of a component, or of an entry in the bar on the left."""
    if text.component is not None:
        return text.inside == ("visibility",)
    return text.inside[:2] == ("area", "navigation") and text.inside[3:] == ("visibility",)
