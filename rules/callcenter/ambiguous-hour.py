"""
The hour in the date format does not fit to the half of the day.

Small hh counts to 12, so that 3 in the morning and 3 in the afternoon look alike without a. Capital HH counts to 24, and with a it says 15:00 PM. Agents read these hours in the subject of every call activity.

```xml bad at="hh"
<item name="SubjectDateFormat">dd.MM.yyyy hh:mm</item>
```

```xml bad at="a"
<item name="SubjectDateFormat">dd.MM.yyyy HH:mm a</item>
```

```xml good
<item name="SubjectDateFormat">dd.MM.yyyy HH:mm</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import Part, date_letters, date_parts


@rule(
    "callcenter/ambiguous-hour",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:date-format-ambiguous",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield an hour of 12 without the half of the day, or the half of the day beside an hour of 24.

    A format with a letter that stands for nothing is left alone: what looks like the half of the day may be of a word.
    """
    known = date_letters(callcenter.generation)
    for item in callcenter.items_of("date-format"):
        letters = [part for part in date_parts(item) if part.kind == "letters"]
        found = {known.meaning(part.text): part for part in reversed(letters)}
        if None not in found:
            yield from _problems(callcenter.label_of(item), found)


def _problems(label: str, found: Mapping[str | None, Part]) -> Iterator[Problem]:
    """Yield the problem of a format; `found` holds the first part for each meaning."""
    short, long, half = (found.get(meaning) for meaning in ("hour of 12", "hour of 24", "half of the day"))
    if short and not half:
        yield Problem(
            f"'{short.text}' in '{label}' counts to 12 and does not say whether before or after noon",
            short.at,
            help=f"write '{short.text.upper()}' for hours to 24, or put ' a' behind the minutes in {short.item.name}",
        )
    elif half and long and not short:
        yield Problem(
            f"'{half.text}' in '{label}' says before or after noon, but '{long.text}' counts to 24",
            half.at,
            also=(Label(long.at, "counts to 24"),),
            help=f"take '{half.text}' out, or write '{long.text.lower()}' for hours to 12 in {half.item.name}",
        )
