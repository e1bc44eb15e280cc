"""A label is not the one that the vendor published.

Labels change nothing for agents. But the vendor's guides name settings by them, so admins will look for words that are not there.

```xml bad at="Live notes"
<section name="reqActivityRecordConfig">
  <item name="isCallNotesEnabled" label="Live notes">false</item>
</section>
```

```xml good
<section name="reqActivityRecordConfig">
  <item name="isCallNotesEnabled" label="Record Call Live Notes">false</item>
</section>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Problem, Section, rule


@rule(
    "callcenter/changed-label",
    on=CallCenter,
    severity="info",
    profile="pedantic",
    generations=("v1", "v2"),
    catalogue=("cc:label-changed",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare with the labels of the file's release, and of its revisions, which share its internal name."""
    if callcenter.release is None:
        return
    revisions = callcenter.vocabulary.release_of(callcenter.release.internal_name)
    for section in callcenter.sections:
        facts = (release.sections.get(section.name) for release in revisions)
        yield from _problem(section, [fact.label for fact in facts if fact])
        for item in section.items:
            of_item = (release.items.get((section.name, item.name)) for release in revisions)
            yield from _problem(item, [fact.label for fact in of_item if fact])


def _problem(labelled: Section | Item, published: list[str]) -> Iterator[Problem]:
    said = labelled.label
    if said is None or not published or said.strip() in {label.strip() for label in published}:
        return
    set_label = Edit(labelled.label_at, "set", published[0])
    yield Problem(
        f"'{said.strip()}' is labelled '{published[0].strip()}' in the published file",
        labelled.label_at,
        help=f"leave it, if your admins know it by this name; else write '{published[0].strip()}'",
        # Not safe: a label in words of one's own, or in another language, may be just what is wanted.
        fix=Fix(f"set the label to '{published[0]}'", (set_label,), safe=False),
    )
