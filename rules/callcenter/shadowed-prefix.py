"""
A prefix stands behind a shorter one with which it begins.

If the connector goes through the list in order, the shorter one is cut off first, and a rest of the longer one stays before the number. The record of such a caller is then not found.

```xml bad at="+1242"
<item name="prefixStringTobeRemoved">+1,+1242</item>
```

```xml good
<item name="prefixStringTobeRemoved">+1242,+1</item>
```

In which order the connector tries prefixes is not documented; with the longest ones first, the order does not matter.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import CallCenter, Edit, Fix, Label, Place, Problem, rule
from wxcc_lint.api.callcenter import Part, prefixes


@rule(
    "callcenter/shadowed-prefix",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:prefix-list-overlap",),
    sources=("concluded from how prefixes are cut off",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first such prefix of each list: the order is one mistake. A lone + is told by bare-plus-prefix."""
    for item in callcenter.items_of("prefixes"):
        entries = [part.trimmed for part in prefixes(item)]
        for index, entry in enumerate(entries):
            shorter = _shorter(entries[:index], entry)
            if shorter:
                ordered = ",".join(sorted((one.text for one in entries if one.text), key=len, reverse=True))
                whole = Place(item.document, item.path)
                yield Problem(
                    f"'{shorter.text}' stands before '{entry.text}', and may be cut off in its place",
                    entry.at,
                    also=(Label(shorter.at, "this one is tried first"),),
                    help=f"put the longest prefixes first: write {ordered} in {item.name}",
                    fix=Fix(f"write {ordered}", (Edit(whole, "set", ordered),), safe=False),
                )
                break


def _shorter(before: Sequence[Part], entry: Part) -> Part | None:
    matching = (one for one in before if entry.text.startswith(one.text) and one.text not in {"", "+", entry.text})
    return next(matching, None)
