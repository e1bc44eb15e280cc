"""
A variable to search by is named, but the search is switched off.

Somebody replaced the shipped name by one of their own. Agents get the screen pop by phone number, not by the variable.

```xml bad at="CustomerNumber"
<item name="reqIsAdvancedScreenpopEnabled">false</item>
<item name="screenpopSearchParamCadName">CustomerNumber</item>
```

```xml good
<item name="reqIsAdvancedScreenpopEnabled">true</item>
<item name="screenpopSearchParamCadName">CustomerNumber</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Label, Problem, rule


@rule(
    "callcenter/unused-search-variable",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:advanced-screenpop-unused-cad",),
    sources=("README of the vendor's definition file", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each variable of one's own whose switch says false."""
    for item in callcenter.items_of("variable"):
        fact = callcenter.fact(item)
        switches = [callcenter.item(name, item.section) for name in fact.depends_on] if fact else []
        off = next((switch for switch in switches if switch and switch.value == "false"), None)
        if off and item.value and item.value not in _shipped(callcenter, item):
            yield Problem(
                f"records are not searched by '{item.value}': '{callcenter.label_of(off)}' is off",
                item.at,
                also=(Label(off.at, "switched off here"),),
                help=f"set {off.name} to 'true' if agents should get records by this variable",
            )


def _shipped(callcenter: CallCenter, item: Item) -> set[str]:
    """Return the values that any release was published with."""
    key = (item.section, item.name)
    return {release.items[key].default for release in callcenter.vocabulary.releases if key in release.items}
