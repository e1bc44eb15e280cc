"""
A tab and its panel have different visibility tags.

Tabs and panels are paired by their position. If one is hidden and the other is not, the tabs behind it open the panels of their neighbours. That what is hidden no longer counts is concluded, not documented. In the sample of the auxiliary pane the product documentation prints it this way: the panel of the screen pop lacks the tag.

```json bad at='{'
{
  "persistent": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP_TAB"}}], "visibility": "SCREEN_POP"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "SCREEN_POP"}}]}
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
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Component, Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import TabGroup, TabPair, tab_groups, visibility_tags


@rule(
    "layout/unequal-tab-visibility",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:tabs-visibility-pair",),
    sources=("code of md-tabs in @momentum-ui/web-components", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such pair, unless one of the two tags is wrong by itself, or they are no pair, which other rules tell."""
    for group in tab_groups(layout):
        for pair in group.pairs:
            tags = {_tag(pair.tab), _tag(pair.panel)}
            if len(tags) > 1 and tags <= {"", *visibility_tags()} and not _is_explained(group, pair):
                yield _problem(pair)


def _is_explained(group: TabGroup, pair: TabPair) -> bool:
    return any(part.at.path in group.misfits or part.at.path in group.crossed for part in (pair.tab, pair.panel))


def _tag(component: Component) -> str:
    """Return the tag that a feature goes with; the one about small windows is none."""
    tag = component.visibility or ""
    return "" if visibility_tags().get(tag) == "deprecated" else tag


def _problem(pair: TabPair) -> Problem:
    if pair.tab.visibility and pair.panel.visibility:
        return Problem(
            f"the panel has the visibility '{pair.panel.visibility}', its tab has '{pair.tab.visibility}'",
            pair.panel.place("visibility"),
            also=(Label(pair.tab.place("visibility"), "its tab"),),
            help="give both the same tag",
        )
    tagged, bare = (pair.tab, pair.panel) if pair.tab.visibility else (pair.panel, pair.tab)
    at = bare.place("visibility")
    edit = Edit(at, "set" if "visibility" in bare.members else "insert", tagged.visibility)
    words = (
        ("the panel has no visibility", "its tab") if bare is pair.panel else ("the tab has no visibility", "its panel")
    )
    return Problem(
        f"{words[0]}, {words[1]} has '{tagged.visibility}'",
        bare.at.slice(0, 1),
        also=(Label(tagged.place("visibility"), words[1]),),
        help=f"write 'visibility': '{tagged.visibility}' here too",
        fix=Fix(f"add {tagged.visibility}", (edit,), safe=False),
    )
