"""
There are more tabs than panels, or more panels than tabs.

The first tab opens the first panel, the second the second, whatever stands on them. Where one is missing, every tab behind it opens the panel of its neighbour, and the last one opens nothing.

```json bad at='"md-tab"'
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]},
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Returns"}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]},
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Returns"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```

The finding is at the one without a partner beside it; where the order does not tell, at the last one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Component, Label, Layout, Problem, rule
from wxcc_lint.api.layout import tab_groups, tab_part


@rule(
    "layout/uneven-tabs",
    on=Layout,
    severity="error",
    catalogue=("dl:tabs-pair-count",),
    sources=("code of md-tabs in @momentum-ui/web-components", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the odd one of each group. empty-tabs, nested-tab and foreign-persistent-entry explain better why one is missing."""
    for group in tab_groups(layout):
        tabs, panels, odd = group.tabs, group.panels, group.odd_one
        is_empty = group.owner is not None and not (tabs and panels)
        has_others = group.owner is None and not all(map(tab_part, group.entries))
        if odd is None or is_empty or has_others or group.nested:
            continue
        here = (Label(group.owner.place("comp"), "these tabs"),) if group.owner else ()
        partner = "'md-tab-panel' behind it" if tab_part(odd) == "tab" else "'md-tab' before it"
        yield Problem(
            f"{_counted(tabs, 'tab')} and {_counted(panels, 'panel')} stand here, so one has no partner",
            odd.place("comp"),
            also=here,
            help=f"give it its {partner}, or delete it",
        )


def _counted(parts: Sequence[Component], word: str) -> str:
    return f"{len(parts)} {word}{'' if len(parts) == 1 else 's'}"
