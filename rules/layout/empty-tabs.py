"""
`md-tabs` holds no tab, or no panel.

Only children that are tabs and panels are shown, and without one of each nothing opens. Agents see an empty place.

```json bad at='"md-tabs"'
{"comp": "md-tabs", "children": [{"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"}]}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```

A pane that is left empty altogether is taken as meant.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import tab_groups


@rule(
    "layout/empty-tabs",
    on=Layout,
    severity="warning",
    catalogue=("dl:tabs-empty",),
    sources=("code of md-tabs in @momentum-ui/web-components",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each `md-tabs` without tabs or without panels; those that stand inside each other are told by nested-tab."""
    for group in tab_groups(layout):
        if group.owner is None or group.nested or (group.tabs and group.panels):
            continue
        is_the_pane = group.owner.at.path == (*group.owner.role.area_at.path, "panel")
        if is_the_pane and not group.entries:
            continue
        missing = " and ".join(word for word, parts in (("tab", group.tabs), ("panel", group.panels)) if not parts)
        yield Problem(
            f"'md-tabs' has no {missing.replace(' and ', ' and no ')}",
            group.owner.place("comp"),
            help="put an 'md-tab' and an 'md-tab-panel' into its 'children' for each subject",
        )
