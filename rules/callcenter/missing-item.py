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

from wxcc_lint.api import CallCenter, ItemFact, Place, Problem, Release, Section, closest, rule
from wxcc_lint.api.callcenter import GENERAL, counterpart


@rule(
    "callcenter/missing-item",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    catalogue=("cc:item-missing-for-release",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare with the file's release. What is missing in the general section is an error, which other rules tell.

    A file that is far from every release is held against the newest one, for the sections that all releases have.
    """
    release = callcenter.release or callcenter.vocabulary.releases[-1]
    for name in _missing_sections(callcenter, release):
        label, count = release.sections[name].label, sum(owner == name for owner, _ in release.items)
        yield Problem(
            f"'{label}' is missing: there is no section '{name}', and none of its {count} items",
            Place(callcenter.document, (name,)),
            help=f"copy the section from the file of {release.internal_name}",
        )
    repeated = _repeated(callcenter)
    for section in callcenter.sections if callcenter.release else ():
        if section.name != GENERAL and section.name not in repeated:
            for fact in _missing_items(callcenter, release, section):
                yield _problem(callcenter, release, fact)


def _missing_sections(callcenter: CallCenter, release: Release) -> list[str]:
    vocabulary = callcenter.vocabulary
    absent = [
        name
        for name in release.sections
        if name != GENERAL
        and callcenter.section(name) is None
        and (callcenter.release or all(name in other.sections for other in vocabulary.releases))
    ]
    nameless = any(not section.name for section in callcenter.sections)
    if not absent or nameless or _repeated(callcenter):
        return []  # what repeats or has no name may be the one
    known = vocabulary.all_section_names
    misspelt = {closest(section.name, absent) for section in callcenter.sections if section.name not in known}
    return [name for name in absent if name not in misspelt]


def _repeated(callcenter: CallCenter) -> set[str]:
    return {section.name for section in callcenter.sections if section.repeat > 1}


def _missing_items(callcenter: CallCenter, release: Release, section: Section) -> list[ItemFact]:
    """Return what is absent and stands under no other name, in no other section, and not under the name of old."""
    if any(not item.name for item in section.items):
        return []  # the item without a name may be the one
    here = {item.name for item in section.items}
    misplaced = {item.name for item in callcenter.unknown_items if callcenter.vocabulary.sections_of(item.name)}
    present = here | misplaced
    absent = {
        name: fact for (owner, name), fact in release.items.items() if owner == section.name and name not in present
    }
    if not absent:
        return []
    unknown = {item.name for item in callcenter.unknown_items if item.section == section.name}
    explained = {closest(name, absent) for name in unknown}
    explained |= {fact.name for name in unknown if (fact := counterpart(callcenter.generation, name))}
    return [
        fact
        for fact in absent.values()
        if fact.name not in explained and not {fact.renamed_from, fact.renamed_to} & here
    ]


def _problem(callcenter: CallCenter, release: Release, fact: ItemFact) -> Problem:
    return Problem(
        f"'{fact.label.strip()}' is missing: there is no item '{fact.name}' here",
        Place(callcenter.document, (fact.section, fact.name)),
        help=f"copy the line from the file of {release.internal_name}; there it has the sortOrder {fact.order}",
    )
