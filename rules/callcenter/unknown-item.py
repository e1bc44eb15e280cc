"""An item has a name that no release of the connector knows.

The connector finds a setting by its exact name, odd spellings of the vendor included. What stands under another name is not read, so the feature stays off for every agent.

```xml bad at="sfdcObjectFieldCadVariableMappings1" without="sfdcObjetFieldCadVariableMappings1"
<section name="reqNoRecordMatchConfig">
  <item name="sfdcObjectFieldCadVariableMappings1" label="Object Field Mappings">[]</item>
</section>
```

```xml bad at="iscallNotesEnabled" without="isCallNotesEnabled"
<section name="reqActivityRecordConfig">
  <item name="iscallNotesEnabled" label="Record Call Live Notes">true</item>
</section>
```

```xml good
<item name="sfdcObjetFieldCadVariableMappings1">[]</item>
```

`sfdcObjetFieldCadVariableMappings1`, without a c, is right: it was published so. Optional items of Salesforce itself, such as
`reqDescription`, are left alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, ItemFact, Problem, rule
from wxcc_lint.api.callcenter import GENERAL, platform_items


@rule(
    "callcenter/unknown-item",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    catalogue=("cc:unknown-item",),
    supersedes=("callcenter/long-name",),
    sources=("published definition files", "Open CTI Developer Guide, getCallCenterSettings"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Report items whose name the catalogue has in no section, where the section is one that it has."""
    vocabulary = callcenter.vocabulary
    for item in callcenter.unknown_items:
        is_known = bool(vocabulary.sections_of(item.name)) or (
            item.section == GENERAL and item.name in platform_items()
        )
        if item.name and not is_known and item.repeat == 1 and item.section in vocabulary.all_section_names:
            yield _problem(callcenter, item, _meant(callcenter, item))


def _meant(callcenter: CallCenter, item: Item) -> ItemFact | None:
    """Return the item that is meant; never one that the release of the file does not have."""
    fact, release = callcenter.meant(item), callcenter.release
    return fact if fact and (release is None or (fact.section, fact.name) in release.items) else None


def _problem(callcenter: CallCenter, item: Item, meant: ItemFact | None) -> Problem:
    message = f"the connector knows no item '{item.name}' in this section"
    if meant is None:
        help_ = "take it out, or give it the name of the setting that it is meant to be"
        return Problem(message, item.name_at, help=help_)
    odd = next(
        (one for one in callcenter.vocabulary.oddities if one.kind == "misspelt" and one.name == meant.name), None
    )
    remark = f"; the odd spelling is right: {odd.reason[0].lower()}{odd.reason[1:]}" if odd else ""
    return Problem(
        f"{message}; did you mean '{meant.name}'?",
        item.name_at,
        help=f"rename '{item.name}' to {meant.name}{remark}",
        # Not safe: the name is a guess, and a feature that was off so far may start to work.
        fix=Fix(f"rename '{item.name}' to {meant.name}", (Edit(item.name_at, "rename", meant.name),), safe=False),
    )
