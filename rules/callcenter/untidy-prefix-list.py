"""
A list of prefixes has blanks or empty entries.

Whether the connector takes blanks off is not documented. If it does not, no number begins with the prefix, and nothing is cut off when the call comes in.

```xml bad at=" "
<item name="prefixStringTobeRemoved">+1, +91</item>
```

```xml bad at=","
<item name="reqPrefixStringTobeRemoved">+1,</item>
```

```xml good
<item name="prefixStringTobeRemoved">+1,+91</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import Part, prefixes


@rule(
    "callcenter/untidy-prefix-list",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:prefix-list-syntax",),
    sources=("help.webex.com nhxw7kfb", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first such place in each list. Blanks around the whole list are told by padded-value."""
    for item in callcenter.items_of("prefixes"):
        entries = prefixes(item)
        untidy = [entry for entry in entries if entry.text != entry.text.strip() or not entry.text]
        if not untidy:
            continue
        tidy = ",".join(entry.text.strip() for entry in entries if entry.text.strip())
        what = "has an entry with nothing in it" if not untidy[0].text.strip() else "has blanks beside a comma"
        yield Problem(
            f"'{callcenter.label_of(item)}' {what}",
            _needless(entries, untidy[0]),
            help=f"put a comma and nothing else between two prefixes in {item.name}",
            fix=Fix(f"write '{tidy}'", (Edit(Place(item.document, item.path), "set", tidy),)),
        )


def _needless(entries: Sequence[Part], entry: Part) -> Place:
    """Return the blanks before or behind an entry; of one without text the comma that goes with it."""
    text = entry.text
    if not text.strip():
        comma = entry.start - 1 if entry is not entries[0] else entry.end
        return entry.at.slice(comma, comma + 1)
    before = len(text) - len(text.lstrip())
    blanks = entry.part(0, before) if before else entry.part(len(text.rstrip()), len(text) - len(text.rstrip()))
    return blanks.at
