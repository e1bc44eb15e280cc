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

After moving it, number both sections anew.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import CallCenter, Item, Label, Problem, rule


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
    for item in callcenter.items():
        homes = vocabulary.sections_of(item.name)
        is_sound = item.section in vocabulary.all_section_names and item.section not in repeated
        if homes and item.section not in homes and is_sound:
            yield _problem(callcenter, item, homes)


def _problem(callcenter: CallCenter, item: Item, homes: Sequence[str]) -> Problem:
    """Return the problem; where several sections read an item of this name, the first without one is meant."""
    home = next((section for section in homes if not callcenter.item(item.name, section)), homes[0])
    message = f"'{callcenter.label_of(item)}' is read in the section '{home}', not here"
    there = callcenter.item(item.name, home)
    if there:
        label = Label(there.name_at, "this one is read")
        return Problem(message, item.name_at, (label,), f"remove {item.name} here, if the value there is right")
    section = callcenter.section(home)
    also = (Label(section.name_at, "here it belongs"),) if section else ()
    return Problem(message, item.name_at, also, f"move {item.name} to the section {home}")
