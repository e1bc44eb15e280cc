"""
A prefix stands twice in its list.

The second one has no effect. Probably another country was meant, whose callers are not recognised.

```xml bad at="+1"
<item name="prefixStringTobeRemoved">+1,+91,+1</item>
```

```xml good
<item name="prefixStringTobeRemoved">+1,+91</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Label, Problem, rule
from wxcc_lint.api.callcenter import prefixes


@rule(
    "callcenter/repeated-prefix",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:prefix-list-duplicate",),
    sources=("help.webex.com nhxw7kfb",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each entry that stood before; blanks around it do not make it another one."""
    for item in callcenter.items_of("prefixes"):
        first = {entry.text: entry for entry in reversed([part.trimmed for part in prefixes(item)])}
        for part in prefixes(item):
            entry = part.trimmed
            if entry.text and entry != first[entry.text]:
                with_comma = part.at.slice(part.start - 1, part.end)
                yield Problem(
                    f"'{entry.text}' stands twice in '{callcenter.label_of(item)}'",
                    entry.at,
                    also=(Label(first[entry.text].at, "it stands here already"),),
                    help=f"take it out, or write the prefix that is meant in {item.name}",
                    fix=Fix(f"take the second '{entry.text}' out", (Edit(with_comma, "set", ""),)),
                )
