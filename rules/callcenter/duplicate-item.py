"""Two items of a section have the same name.

Settings are found by section and name, so only one of the two values reaches the softphone, and nothing says which.

```xml bad at="isCallNotesEnabled"
<section name="reqActivityRecordConfig">
  <item name="isCallNotesEnabled">true</item>
  <item name="isCallNotesEnabled">false</item>
</section>
```

```xml good
<item name="isCallNotesEnabled">true</item>
```

The same name in another section is another setting, and fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Label, Place, Problem, rule


@rule(
    "callcenter/duplicate-item",
    on=CallCenter,
    severity="error",
    catalogue=("cc:name-duplicate",),
    sources=("Open CTI Developer Guide, getCallCenterSettings",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Report each repeat and show the first of its name."""
    for section in callcenter.sections:
        first = {item.name: item for item in reversed(section.items)}
        for item in section.items:
            if item.name and item.repeat > 1:
                yield _problem(item, first[item.name])


def _problem(item: Item, first: Item) -> Problem:
    is_copy = (item.text, item.label, item.sort_order) == (first.text, first.label, first.sort_order)
    # Safe, as a copy in all respects, the sortOrder included, leaves no gap when it goes.
    removal = Fix(f"remove the second '{item.name}'", (Edit(Place(item.document, item.path), "remove"),))
    return Problem(
        f"there are two items '{item.name}' in this section",
        item.name_at,
        (Label(first.name_at, "the first one"),),
        help="remove the line, which only repeats the first"
        if is_copy
        else "remove the one that is wrong, or give it the name it is meant to have",
        fix=removal if is_copy else None,
    )
