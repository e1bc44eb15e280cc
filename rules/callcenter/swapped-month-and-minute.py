"""
The date format has minutes where the month should be, or the month where minutes should be.

Capital MM is the month, small mm the minute. Swapped, every call activity has a date that looks sound and is wrong.

```xml bad at="mm"
<item name="SubjectDateFormat">mm-dd-yyyy hh:mm a</item>
```

```xml bad at="MM"
<item name="SubjectDateFormat">dd.MM.yyyy HH:MM</item>
```

```xml good
<item name="SubjectDateFormat">dd.MM.yyyy HH:mm</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import Part, date_letters, date_parts

_OF_DATES = frozenset({"year", "day", "weekday"})
_OF_TIMES = frozenset({"hour of 12", "hour of 24", "second"})


@rule(
    "callcenter/swapped-month-and-minute",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:date-format-ambiguous",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield minutes whose neighbours all belong to a date, and months whose neighbours all belong to a time."""
    known = date_letters(callcenter.generation)
    for item in callcenter.items_of("date-format"):
        letters = [part for part in date_parts(item) if part.kind == "letters"]
        for index, part in enumerate(letters):
            beside = {known.meaning(other.text) for other in (*letters[:index][-1:], *letters[index + 1 :][:1])}
            meaning = known.meaning(part.text)
            if meaning == "minute" and beside & _OF_DATES and not beside & _OF_TIMES:
                yield _problem(callcenter.label_of(item), part, "minutes", "month")
            elif meaning == "month" and beside & _OF_TIMES and not beside & _OF_DATES:
                yield _problem(callcenter.label_of(item), part, "month", "minutes")


def _problem(label: str, part: Part, said: str, meant: str) -> Problem:
    other = part.text.swapcase()
    whole = part.item.text[: part.start] + other + part.item.text[part.end :]
    return Problem(
        f"'{part.text}' in '{label}' stands for the {said}; for the {meant} write '{other}'",
        part.at,
        help=f"write {whole.strip()} in {part.item.name}",
        fix=Fix(f"write {other}", (Edit(part.at, "set", other),), safe=False),
    )
