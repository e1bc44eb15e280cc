"""The sortOrder numbers do not count from 0 without gaps or repeats.

Salesforce orders the fields in Setup by these numbers and wants them from 0 on, without a gap. Otherwise it may refuse the import, or show the fields in an order nobody meant.

```xml bad at="9"
<section name="reqOutDialConfig">
  <item sortOrder="0" name="reqPrefixStringTobeRemoved">+1</item>
  <item sortOrder="9" name="reqIsOutDialAniToBeSet">false</item>
</section>
```

```xml bad at="0"
<section name="reqOutDialConfig">
  <item sortOrder="0" name="reqPrefixStringTobeRemoved">+1</item>
  <item sortOrder="0" name="reqIsOutDialAniToBeSet">false</item>
</section>
```

```xml good
<section name="reqOutDialConfig">
  <item sortOrder="1" name="reqPrefixStringTobeRemoved">+1</item>
  <item sortOrder="0" name="reqIsOutDialAniToBeSet">false</item>
</section>
```

The numbers decide the order in Setup; in which order the items stand in the file does not matter. Where a line of the vendor's file is missing, its number is not given away: add the line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Label, Path, Problem, Section, rule

_NUMBER = re.compile(r"[0-9]{1,9}")

Members = Sequence[Section | Item]
"""The sections of a call center, or the items of a section."""


@rule(
    "callcenter/broken-sort-order",
    on=CallCenter,
    severity="error",
    catalogue=("cc:sortorder-contiguous",),
    sources=("Open CTI Developer Guide, call center definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the numbers of the sections, then at those within each section: one finding for each series."""
    if callcenter.form != "import":
        return
    yield from _problems(callcenter, callcenter.sections, "section", ())
    for section in callcenter.sections:
        yield from _problems(callcenter, section.items, "item", section.path)


def _problems(callcenter: CallCenter, members: Members, kind: str, above: Path) -> Iterator[Problem]:
    if [member.sort_order for member in members] == [str(index) for index in range(len(members))]:
        return  # spares looking at each number: nearly all files are in their order
    if any(member.repeat > 1 for member in members) or _has_stray(callcenter, above):
        return  # a line that was copied is told as a repeated name, one with another tag as an unknown element
    numbers: dict[int, int] = {}
    for index, member in enumerate(members):
        if member.sort_order is None:
            yield _unnumbered(member, f"the {kind} '{member.name}' has no sortOrder", members)
            return
        if not _NUMBER.fullmatch(member.sort_order.strip()):
            yield _unnumbered(member, f"'{member.sort_order}' is not a number to sort by", members)
            return
        numbers[index] = int(member.sort_order)
    if sorted(numbers.values()) != list(range(len(members))):
        where = f"the section '{above[0]}'" if above else "the file"
        yield _misnumbered(members, numbers, kind, where, _absent(callcenter, above))


def _has_stray(callcenter: CallCenter, above: Path) -> bool:
    """Tell whether an element that nobody knows stands among the members: its number belongs to the series."""
    steps = len(above)
    return any(
        place.path[:steps] == above and str(place.path[steps]).startswith("<") for _, place in callcenter.strays()
    )


def _absent(callcenter: CallCenter, above: Path) -> Mapping[int, str]:
    """Return what the release of the file has here and the file has not, by its number."""
    release = callcenter.release
    if release is None:
        return {}
    if not above:
        return {fact.order: name for name, fact in release.sections.items() if callcenter.section(name) is None}
    of_section = (fact for fact in release.items.values() if fact.section == above[0])
    return {fact.order: fact.name for fact in of_section if callcenter.item(fact.name, fact.section) is None}


def _unnumbered(member: Section | Item, message: str, members: Members) -> Problem:
    at = member.name_at if member.sort_order is None else member.sort_order_at
    return Problem(message, at, help=f"the numbers run from 0 to {len(members) - 1}: give it the one that is missing")


def _misnumbered(
    members: Members, numbers: Mapping[int, int], kind: str, where: str, absent: Mapping[int, str]
) -> Problem:
    """Tell of the first repeat, else of the first number behind a gap.

    A gap that a lost line left is not closed: the line has to come back with its number.
    """
    repeats = Counter(numbers.values())
    wrong = next((i for i, number in numbers.items() if repeats[number] > 1 and i != _keeper(numbers, number)), None)
    also: tuple[Label, ...] = ()
    if wrong is not None:
        keeper = members[_keeper(numbers, numbers[wrong])]
        message = f"the sortOrder {numbers[wrong]} stands twice in {where}"
        also = (Label(keeper.sort_order_at, f"'{keeper.name}' has it as well"),)
    else:
        gap = min(set(range(len(members))) - set(numbers.values()))
        wrong = next(index for index, number in numbers.items() if number > gap)
        message = f"no {kind} of {where} has the sortOrder {gap}, but this one has {numbers[wrong]}"
    help_ = f"number the {kind}s of {where} from 0 to {len(members) - 1}, each number once"
    lost = min((number for number in absent.keys() - repeats if number < max(repeats)), default=None)
    if lost is not None:
        help_ = f"add '{absent[lost]}', which the vendor's file has as number {lost}; or {help_}"
    fix = _renumbering(members, numbers) if lost is None else None
    return Problem(message, members[wrong].sort_order_at, also, help_, fix)


def _keeper(numbers: Mapping[int, int], number: int) -> int:
    """Return the index of the member that may keep a repeated number: where its place in the file says the same."""
    return number if numbers.get(number) == number else next(index for index, one in numbers.items() if one == number)


def _renumbering(members: Members, numbers: Mapping[int, int]) -> Fix:
    """Close gaps and part repeats. Safe: the order that the numbers give now is kept, and only that shows in Setup."""
    in_order = sorted(numbers, key=numbers.__getitem__)
    edits = tuple(
        Edit(members[index].sort_order_at, "set", str(order))
        for order, index in enumerate(in_order)
        if numbers[index] != order
    )
    return Fix(f"number from 0 to {len(members) - 1}, in the order of the numbers now", edits)
