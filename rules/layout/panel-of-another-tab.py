"""
A tab of the Desktop opens the panel of another one.

The first tab opens the first panel, the second the second, whatever stands on them. Where two panels have changed places, agents click on one thing and get the other, and a panel is hidden together with a tab that is not its own.

```json bad at='"CONTACT_HISTORY_TAB"'
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]},
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "div"}]},
    {"comp": "md-tab", "attributes": {"slot": "tab"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY_TAB"}}]},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel"}, "children": [{"comp": "slot", "attributes": {"name": "CONTACT_HISTORY"}}]}
  ]
}
```

A tab with words of your own may open any panel.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import Crossing, tab_groups


@rule(
    "layout/panel-of-another-tab",
    on=Layout,
    severity="error",
    sources=("code of md-tabs in @momentum-ui/web-components", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first such tab of each group: one panel at the wrong place sends all others astray."""
    for group in tab_groups(layout):
        if group.crossings:
            yield _problem(group.crossings)


def _problem(crossings: Sequence[Crossing]) -> Problem:
    first, *others = crossings
    opened, own = first.pair.panel, first.own
    labels = [Label(opened.place("comp"), "the panel that it opens")]
    labels += [Label(own.place("comp"), "its own panel")] if own else []
    labels += [Label(one.slot.at, "and this tab") for one in others]
    exchange = (Edit(opened.at, "set", own.at), Edit(own.at, "set", opened.at)) if own else ()
    return Problem(
        f"the tab '{first.slot.name}' opens another panel than its own",
        first.slot.at,
        also=tuple(labels),
        help=f"put the panel with '{first.fact.panel or first.fact.panel_slot}' at the place of the one that it opens",
        fix=Fix("exchange the two panels", exchange, safe=False) if exchange else None,
    )
