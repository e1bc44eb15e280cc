"""
A key stands more than once in the same object.

JSON allows it, and readers take the last one without a word. Whatever the first one holds, a whole area perhaps, is not there for agents.

```json bad at='"notificationTimer"'
{
  "notificationTimer": 5,
  "notificationTimer": 8
}
```

```json good
{"notificationTimer": 5}
```

The finding points to the last one, which counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import repeats


@rule(
    "layout/duplicate-key",
    on=Layout,
    severity="error",
    catalogue=("dl:duplicate-key",),
    sources=("RFC 8259, section 4", "ECMAScript, JSON.parse"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each repeated key once, at the one that counts."""
    for repeat in repeats(layout):
        *_, holder, key = ("", *repeat.at.path)
        times = "twice" if len(repeat.lost) == 1 else f"{len(repeat.lost) + 1} times"
        where = f" in '{holder}'" if holder and isinstance(holder, str) else ""
        yield Problem(
            f"'{key}' stands {times}{where}, and only the last one counts",
            repeat.at,
            also=tuple(Label(place, "this one is lost") for place in repeat.lost),
            help="keep what is still needed, and delete the others",
        )
