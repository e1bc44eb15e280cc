"""
The date format has letters that stand for nothing.

Depending on the library that reads the format, the letters are printed as they are, or there is no date in the subject of the call activity.

```xml bad at="at"
<item name="SubjectDateFormat">dd.MM.yyyy at HH:mm</item>
```

```xml bad at="[at]"
<item name="SubjectDateFormat">dd.MM.yyyy [at] HH:mm</item>
```

```xml good
<item name="SubjectDateFormat">dd.MM.yyyy 'at' HH:mm</item>
```

Words stand in single quotes. Known letters are those for year, month, day, weekday, hour, minute, second, half of the day and time zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from wxcc_lint.api import CallCenter, DateLetters, Edit, Fix, Part, Problem, date_letters, date_parts, rule


@rule(
    "callcenter/unknown-date-letter",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:date-format-invalid",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first part of each format that stands for nothing: the rest may be of the same text."""
    known = date_letters(callcenter.generation)
    for item in callcenter.items_of("date-format"):
        parts = date_parts(item)
        odd = next((index for index, part in enumerate(parts) if _is_odd(part, known)), None)
        if odd is not None:
            yield _problem(callcenter.label_of(item), _word(parts, odd))


def _is_odd(part: Part, known: DateLetters) -> bool:
    if part.kind == "letters":
        return known.meaning(part.text) is None
    return part.kind in {"bracketed", "delimiter"}


def _word(parts: Sequence[Part], index: int) -> Part:
    """Return a part with the single letters around it: in 'at' one letter stands for something, and is not meant so."""
    first = last = index
    while first > 0 and _is_single(parts[index]) and _is_single(parts[first - 1]):
        first -= 1
    while last + 1 < len(parts) and _is_single(parts[index]) and _is_single(parts[last + 1]):
        last += 1
    text = "".join(part.text for part in parts[first : last + 1])
    return replace(parts[first], text=text)


def _is_single(part: Part) -> bool:
    return part.kind == "letters" and len(part.text) == 1


def _problem(label: str, odd: Part) -> Problem:
    name = odd.item.name
    if odd.kind == "delimiter":
        message = f"this {odd.text} in '{label}' has no partner"
        return Problem(message, odd.at, help=f"write a ' before and behind the words in {name}")
    if odd.kind == "bracketed":
        quoted = f"'{odd.text[1:-1]}'"
        message = f"'{odd.text}' in '{label}' is how Version 2 marks words; here single quotes do"
    else:
        quoted = f"'{odd.text}'"
        message = f"'{odd.text}' in '{label}' is no part of a date or time"
    fix = Fix(f"write {quoted}", (Edit(odd.at, "set", quoted),), safe=False)
    return Problem(
        message, odd.at, help=f"words stand in single quotes: write {quoted}, with the quotes, in {name}", fix=fix
    )
