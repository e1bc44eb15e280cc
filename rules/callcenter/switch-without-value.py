"""
A feature of Version 2 is on, but a setting that it works with is blank.

The feature has nothing to search by, to write into or to set: agents see no effect, and no message says why.

```xml bad at="true"
<item name="openCtiEnableAdvancedScreenPop">true</item>
```

```xml bad at="true"
<item name="enableOmniChannelSync">true</item>
<item name="omniChannelNotReadyReason">On a call</item>
```

```xml good
<item name="enableOmniChannelSync">true</item>
<item name="omniChannelNotReadyReason">On a call</item>
<item name="wxCCIdleReasonCode">In a chat</item>
```

That the two go together is known from Version 1, whose settings these are.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, ItemFact, Label, Problem, rule


@rule(
    "callcenter/switch-without-value",
    on=CallCenter,
    severity="warning",
    generations=("v2",),
    evidence="inferred",
    catalogue=(
        "cc:advanced-screenpop-needs-cad",
        "cc:live-notes-needs-field",
        "cc:omni-needs-codes",
        "cc:ownership-needs-cad",
    ),
    sources=("vendor's guide from Version 1 to Version 2", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each switch that is on beside blank items which depend on it, or on which it depends."""
    for item in callcenter.items_of("boolean"):
        companions = _companions(callcenter, item) if item.value == "true" else ()
        blank = [(other, fact) for other, fact in companions if other.is_blank and not other.strays]
        if blank:
            labels = " and ".join(f"'{callcenter.label_of(other)}'" for other, _ in blank)
            yield Problem(
                f"'{callcenter.label_of(item)}' is on, but {labels} {'is' if len(blank) == 1 else 'are'} blank",
                item.at,
                also=tuple(Label(other.name_at, _purpose(fact)) for other, fact in blank),
                help=f"fill in {' and '.join(other.name for other, _ in blank)}, or switch {item.name} off",
            )


def _companions(callcenter: CallCenter, switch: Item) -> Iterator[tuple[Item, ItemFact]]:
    own = callcenter.fact(switch)
    for item in callcenter.items():
        fact = callcenter.fact(item)
        if own and fact and fact.section == own.section and fact.type != "boolean" and _related(own, fact):
            yield item, fact


def _related(one: ItemFact, other: ItemFact) -> bool:
    return one.name in other.depends_on or other.name in one.depends_on


def _purpose(fact: ItemFact) -> str:
    return f"here belongs: {fact.meaning[0].lower()}{fact.meaning[1:].rstrip('.')}"
