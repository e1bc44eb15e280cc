"""
The date format has letters that stand for nothing.

Depending on the library that reads the format, the letters are printed as they are, or there is no date in the subject of the call activity.

```xml bad at="at"
<item name="SubjectDateFormat">dd.MM.yyyy at HH:mm</item>
```

```xml bad at="[at]"
<item name="SubjectDateFormat">dd.MM.yyyy [at] HH:mm</item>
```

```xml bad base=v2 at="'at'"
<item name="subjectDateFormat">DD.MM.YYYY 'at' HH:mm</item>
```

```xml good
<item name="SubjectDateFormat">dd.MM.yyyy 'at' HH:mm</item>
```

Version 1 has words in single quotes, Version 2 in square brackets. Known letters are those for year, month, day, weekday, hour, minute, second, half of the day and time zone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import DateLetters, Part, date_letters, date_parts


@rule(
    "callcenter/unknown-date-letter",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
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
            yield _problem(callcenter.label_of(item), _word(parts, odd), known.words)


def _is_odd(part: Part, known: DateLetters) -> bool:
    if part.kind == "letters":
        return known.meaning(part.text) is None
    return part.kind == "delimiter" or (part.kind in {"quoted", "bracketed"} and part.text[0] != known.words[0])


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


def _problem(label: str, odd: Part, marks: tuple[str, str]) -> Problem:
    before, behind = marks
    name = odd.item.name
    if odd.kind == "delimiter":
        message = f"this {odd.text} in '{label}' has no partner"
        return Problem(message, odd.at, help=f"write {before} before and {behind} behind the words in {name}")
    what = "single quotes" if before == "'" else "square brackets"
    if odd.kind == "letters":
        marked = f"{before}{odd.text}{behind}"
        message = f"'{odd.text}' in '{label}' is no part of a date or time"
    else:
        marked = f"{before}{odd.text[1:-1]}{behind}"
        message = f"{odd.text} in '{label}' is how another version marks words; here {what} do"
    fix = Fix(f"write {marked}", (Edit(odd.at, "set", marked),), safe=False)
    return Problem(message, odd.at, help=f"words stand in {what}: write {marked}, with the {what}, in {name}", fix=fix)
