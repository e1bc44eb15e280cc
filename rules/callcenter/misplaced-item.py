"""An item stands in a section where the connector does not look for it.

The connector finds a setting by section and name. In another section it is another setting, which nothing reads: the feature stays off for every agent, unless the item stands in its own section as well.

```xml bad at="isCallNotesEnabled"
<section name="reqSFDCCaseConfig">
  <item name="isCallNotesEnabled" label="Record Call Live Notes">true</item>
</section>
```

```xml good
<section name="reqActivityRecordConfig">
  <item name="isCallNotesEnabled" label="Record Call Live Notes">true</item>
</section>
```

The fix numbers the items of the section that are left anew, and gives a moved item the next number in its new section.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Label, Place, Problem, rule


@rule(
    "callcenter/misplaced-item",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    catalogue=("cc:item-in-wrong-section",),
    sources=("published definition files", "Open CTI Developer Guide, getCallCenterSettings"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Report items that the catalogue has in other sections only; unknown and repeated sections are told as a whole."""
    vocabulary = callcenter.vocabulary
    repeated = {section.name for section in callcenter.sections if section.repeat > 1}
    for item in callcenter.unknown_items:
        homes = vocabulary.sections_of(item.name)
        if homes and item.section in vocabulary.all_section_names and item.section not in repeated:
            yield _problem(callcenter, item, homes)


def _problem(callcenter: CallCenter, item: Item, homes: Sequence[str]) -> Problem:
    """Return the problem; where several sections read an item of this name, the first without one is meant."""
    home = next((section for section in homes if not callcenter.item(item.name, section)), homes[0])
    message = f"'{callcenter.label_of(item)}' is read in the section '{home}', not here"
    there = callcenter.item(item.name, home)
    removal = (Edit(Place(item.document, item.path), "remove"), *_renumbering(callcenter, item))
    if there:
        label = Label(there.name_at, "this one is read")
        help_ = f"remove {item.name} here, if the value there is right"
        return Problem(message, item.name_at, (label,), help_, Fix(f"remove {item.name} here", removal, safe=False))
    section = callcenter.section(home)
    if section is None:
        return Problem(message, item.name_at, help=f"move {item.name} to the section {home}")
    words, here = f"move {item.name} to the section {home}", Place(item.document, item.path)
    said = {"label": item.label or "", "value": here}
    new = Edit(Place(item.document, (*section.path, item.name)), "insert", said)
    fix = Fix(words, (*removal, new), safe=False)
    return Problem(message, item.name_at, (Label(section.name_at, "here it belongs"),), words, fix)


def _renumbering(callcenter: CallCenter, item: Item) -> Iterator[Edit]:
    """Yield the edits that close the gap which an item leaves among the numbers of its section."""
    left = item.sort_order or ""
    for other in callcenter.items():
        order = other.sort_order or ""
        if other.section == item.section and left.isdecimal() and order.isdecimal() and int(order) > int(left):
            yield Edit(other.sort_order_at, "set", str(int(order) - 1))
