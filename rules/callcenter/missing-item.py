"""An item or section that the release of this file has is missing.

The connector finds no value and takes the feature for off. Once the call center is imported, nobody can add the field in Setup.

```xml bad at="reqActivityRecordConfig" without="isCallNotesEnabled"
<item name="sfdcFieldForcallNotes">Description</item>
```

```xml bad at="callCenter" without="reqOmniStateSyncConfig"
<item name="isCallNotesEnabled">false</item>
```

```xml good
<item name="isCallNotesEnabled">false</item>
```

Which release it is says the internal name; where that is none of the vendor's, the release with nearly the same items counts.
Salesforce adds fields only with an import: give the file a new internal name, import it, and assign the users to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import GENERAL, CallCenter, ItemFact, Place, Problem, Release, Section, closest, rule


@rule(
    "callcenter/missing-item",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    catalogue=("cc:item-missing-for-release",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare with the file's release. What is missing in the general section is an error, which other rules tell."""
    release = callcenter.release
    if release is None:
        return
    for name in _missing_sections(callcenter, release):
        label, count = release.sections[name].label, sum(owner == name for owner, _ in release.items)
        yield Problem(
            f"'{label}' is missing: there is no section '{name}', and none of its {count} items",
            Place(callcenter.document, (name,)),
            help=f"copy the section from the file of {release.internal_name}",
        )
    for section in callcenter.sections:
        if section.name != GENERAL and section.repeat == 1:
            for fact in _missing_items(callcenter, release, section):
                yield _problem(callcenter, release, fact)


def _missing_sections(callcenter: CallCenter, release: Release) -> list[str]:
    absent = [name for name in release.sections if name != GENERAL and callcenter.section(name) is None]
    known = callcenter.vocabulary.all_section_names
    misspelt = {closest(section.name, absent) for section in callcenter.sections if section.name not in known}
    nameless = any(not section.name for section in callcenter.sections)
    return [] if nameless else [name for name in absent if name not in misspelt]


def _missing_items(callcenter: CallCenter, release: Release, section: Section) -> list[ItemFact]:
    """Return what is absent and stands under no other name, in no other section, and not under the name of old."""
    if any(not item.name for item in section.items):
        return []  # the item without a name may be the one
    absent = {
        fact.name: fact
        for fact in release.items.values()
        if fact.section == section.name and callcenter.item(fact.name) is None
    }
    known = callcenter.vocabulary.item_names(section.name)
    here = {item.name for item in section.items}
    misspelt = {closest(name, absent) for name in here if name not in known}
    return [
        fact
        for fact in absent.values()
        if fact.name not in misspelt and not {fact.renamed_from, fact.renamed_to} & here
    ]


def _problem(callcenter: CallCenter, release: Release, fact: ItemFact) -> Problem:
    return Problem(
        f"'{fact.label.strip()}' is missing: there is no item '{fact.name}' here",
        Place(callcenter.document, (fact.section, fact.name)),
        help=f"copy the line from the file of {release.internal_name}; there it has the sortOrder {fact.order}",
    )
