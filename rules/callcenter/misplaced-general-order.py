"""Internal name and display name are not the first two items, or the general section is not the first.

Salesforce documents the sortOrder 0 for the internal name and 1 for the display name; with others the import may fail, and agents get no softphone.

```xml bad at="1"
<section name="reqGeneralInfo">
  <item sortOrder="1" name="reqInternalName">WebexCCAgentDesktopV20241121</item>
  <item sortOrder="0" name="reqDisplayName">Webex Contact Center Agent Desktop 2.0(Nov 2024)</item>
</section>
```

```xml good
<section name="reqGeneralInfo">
  <item sortOrder="0" name="reqInternalName">WebexCCAgentDesktopV20241121</item>
  <item sortOrder="1" name="reqDisplayName">Webex Contact Center Agent Desktop 2.0(Nov 2024)</item>
</section>
```

In which order they stand in the file does not matter. The section `reqGeneralInfo` has the sortOrder 0 in every release of
Version 1; Version 2 ships it with 1, so there it is not looked at.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Label, Problem, Section, rule
from wxcc_lint.api.callcenter import GENERAL

Members = Sequence[Section | Item]
"""The sections of a call center, or the items of a section."""


@rule(
    "callcenter/misplaced-general-order",
    on=CallCenter,
    severity="warning",
    catalogue=("cc:sortorder-general-fixed",),
    sources=("Open CTI Developer Guide, required call center elements and attributes", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the three numbers that are fixed, where the series they belong to is sound."""
    if callcenter.generation == "v1":
        yield from _problems(callcenter.sections, {GENERAL: 0})
    section = callcenter.section(GENERAL)
    if section is not None:
        yield from _problems(section.items, {"reqInternalName": 0, "reqDisplayName": 1})


def _problems(members: Members, fixed: Mapping[str, int]) -> Iterator[Problem]:
    by_name = {member.name: member for member in members}
    orders = {name: member.sort_order for name, member in by_name.items()}
    if sorted(map(str, range(len(members)))) != sorted(filter(None, orders.values())):
        return  # gaps and repeats are told by broken-sort-order, and so is what has no number
    wrong = [by_name[name] for name, order in fixed.items() if orders.get(name, str(order)) != str(order)]
    if not fixed.keys() <= orders.keys() or not wrong:
        return
    first, *others = wrong
    wanted = " and ".join(f"'{name}' the sortOrder {order}" for name, order in fixed.items())
    yield Problem(
        f"'{first.name}' has the sortOrder {first.sort_order}, but Salesforce wants {fixed[first.name]}",
        first.sort_order_at,
        tuple(Label(other.sort_order_at, f"'{other.name}' should have {fixed[other.name]}") for other in others),
        help=f"give {wanted}, and the others the numbers behind, each once",
        fix=_renumbering(by_name, fixed),
    )


def _renumbering(by_name: Mapping[str, Section | Item], fixed: Mapping[str, int]) -> Fix:
    """Put the fixed ones first and keep the others in order. Safe: only the place in Setup follows the numbers."""
    rest = sorted(by_name.keys() - fixed.keys(), key=lambda name: int(by_name[name].sort_order or 0))
    edits = tuple(
        Edit(by_name[name].sort_order_at, "set", str(order))
        for order, name in enumerate([*fixed, *rest])
        if by_name[name].sort_order != str(order)
    )
    return Fix(f"number {' and '.join(fixed)} first", edits)
