"""
Tabs can be reordered, and a tab and its panel have different names.

The browser keeps the order of the names, and sorts the tabs and the panels by it. With different names they are sorted differently: once agents have moved a tab, tabs open the panels of others.

```json bad at='"Orders"'
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-tabs"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "Orders"}, "children": [{"comp": "div"}]},
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "returns"}, "textContent": "Returns"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "returns"}, "children": [{"comp": "div"}]}
  ]
}
```

```json good
{
  "comp": "md-tabs",
  "attributes": {"draggable": true, "comp-unique-id": "acme-tabs"},
  "children": [
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "orders"}, "textContent": "Orders"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "orders"}, "children": [{"comp": "div"}]},
    {"comp": "md-tab", "attributes": {"slot": "tab", "name": "returns"}, "textContent": "Returns"},
    {"comp": "md-tab-panel", "attributes": {"slot": "panel", "name": "returns"}, "children": [{"comp": "div"}]}
  ]
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.layout import TabPair, attribute, is_on, tab_groups


@rule(
    "layout/mismatched-tab-names",
    on=Layout,
    severity="warning",
    catalogue=("dl:draggable-without-unique-id",),
    sources=("code of md-tabs in @momentum-ui/web-components",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each pair with two names, or with a name on one of them; the order is kept only with an id."""
    for group in tab_groups(layout):
        tabs = group.owner
        if tabs and is_on(tabs, "draggable") and attribute(tabs, "comp-unique-id"):
            pairs = (pair for pair in group.pairs if pair.panel.at.path not in group.crossed)
            yield from (
                _problem(pair) for pair in pairs if attribute(pair.tab, "name") != attribute(pair.panel, "name")
            )


def _problem(pair: TabPair) -> Problem:
    names = attribute(pair.tab, "name"), attribute(pair.panel, "name")
    if all(names):
        at = pair.panel.place("attributes", "name")
        fix = Fix(f"write {names[0]}", (Edit(at, "set", names[0]),), safe=False)
        also = (Label(pair.tab.place("attributes", "name"), "its tab"),)
        return Problem(f"the panel is named '{names[1]}', its tab '{names[0]}'", at, also, f"write {names[0]}", fix)
    named, bare, words = (
        (pair.tab, pair.panel, ("panel", "tab")) if names[0] else (pair.panel, pair.tab, ("tab", "panel"))
    )
    name, at = names[0] or names[1], bare.place("attributes", "name")
    action = Edit(at, "set" if "name" in bare.attributes else "insert", name)
    return Problem(
        f"the {words[0]} has no name, its {words[1]} is named '{name}'",
        at if "name" in bare.attributes else bare.place("comp"),
        also=(Label(named.place("attributes", "name"), f"its {words[1]}"),),
        help=f"write 'name': '{name}' into its 'attributes' too",
        fix=Fix(f"add the name {name}", (action,), safe=False),
    )
