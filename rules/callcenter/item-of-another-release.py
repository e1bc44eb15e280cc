"""An item or section belongs to another release than the one the file is named after.

The connector reads other names in each release. A setting that it does not know changes nothing for agents.

```xml bad at="isOpenCaseObjectAlwaysInViewMode"
<item name="reqInternalName">WebexCCAgentDesktopV20230720</item>
<item name="isOpenCaseObjectAlwaysInViewMode">true</item>
```

```xml bad at="CadSalesforceFieldMapping" without="CadSalesforceFieldMapping1"
<item name="CadSalesforceFieldMapping" label="Object Field Mapping">[]</item>
```

```xml good
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
<item name="isOpenCaseObjectAlwaysInViewMode">true</item>
```

The internal name says which release a file is. Where it is none of the vendor's, this rule says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import CallCenter, Edit, Fix, Item, ItemFact, Problem, Release, Section, rule


@rule(
    "callcenter/item-of-another-release",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    catalogue=("cc:item-needs-release", "cc:obsolete-item", "cc:mapping-item-renamed"),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Report what the catalogue knows, but not for the declared release: a section as a whole, else each item."""
    release = callcenter.release
    if release is None or not callcenter.release_is_declared:
        return
    for section in callcenter.sections:
        if section.repeat == 1:
            yield from _problems(callcenter, release, section)


def _problems(callcenter: CallCenter, release: Release, section: Section) -> Iterator[Problem]:
    having = [other for other in callcenter.vocabulary.releases if section.name in other.sections]
    if having and section.name not in release.sections:
        message = f"'{release.internal_name}', the release of this file, has no section '{section.name}'"
        yield Problem(message, section.name_at, help=_remedy(release, having))
        return
    for item in section.items:
        fact = None if (section.name, item.name) in release.items else callcenter.fact(item)
        if fact is not None and item.repeat == 1:
            yield _problem(callcenter, release, item, fact)


def _problem(callcenter: CallCenter, release: Release, item: Item, fact: ItemFact) -> Problem:
    names = (fact.renamed_to, fact.renamed_from)
    renamed = next((name for name in names if name and (item.section, name) in release.items), None)
    if renamed:
        return _renamed(callcenter, release, item, renamed)
    having = [other for other in callcenter.vocabulary.releases if (item.section, item.name) in other.items]
    message = f"'{release.internal_name}', the release of this file, has no setting '{callcenter.label_of(item)}'"
    return Problem(message, item.name_at, help=_remedy(release, having))


def _renamed(callcenter: CallCenter, release: Release, item: Item, name: str) -> Problem:
    message = f"'{release.internal_name}' reads '{callcenter.label_of(item)}' from '{name}', not from '{item.name}'"
    if callcenter.item(name, item.section):
        return Problem(message, item.name_at, help=f"move the value to {name}, and take {item.name} out")
    # Not safe: a mapping that was not read so far starts to work.
    fix = Fix(f"rename '{item.name}' to {name}", (Edit(item.name_at, "rename", name),), safe=False)
    return Problem(message, item.name_at, help=f"rename '{item.name}' to {name}", fix=fix)


def _remedy(release: Release, having: Sequence[Release]) -> str:
    """Say which release has it, of those that do, oldest first: the next one, or the last one before."""
    later = next((other for other in having if other.date > release.date), None)
    if later:
        return f"take it out, or import {later.internal_name} as a new call center, which has it"
    return f"take it out: {having[-1].internal_name} was the last to have it"
