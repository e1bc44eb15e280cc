"""
The date format has letters that another version of the connector uses.

Version 1 writes the day dd and the year yyyy, Version 2 DD and YYYY. With the other version's letters the date in the subject of every call activity is probably wrong: DD may count the days of the year.

```xml bad at="DD"
<item name="SubjectDateFormat">MM-DD-YYYY hh:mm a</item>
```

```xml bad base=v2 at="dd"
<item name="subjectDateFormat">MM-dd-yyyy hh:mm a</item>
```

```xml good
<item name="SubjectDateFormat">MM-dd-yyyy hh:mm a</item>
```

The vendor's guide has the format copied from one version to the other, but the two shipped defaults differ in these letters. Which library reads them is documented nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import Part, date_letters, date_parts


@rule(
    "callcenter/foreign-date-letters",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:date-format-tokens",),
    sources=("published definition files of Version 1 and Version 2", "vendor's guide from Version 1 to Version 2"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first such letters of each format, with a fix for all: they come from one mistake."""
    known = date_letters(callcenter.generation)
    for item in callcenter.items_of("date-format"):
        parts = date_parts(item)
        ours = known.foreign_among(part.text for part in parts if part.kind == "letters")
        changes = [(part, _ours(part, ours)) for part in parts]
        foreign = [(part, text) for part, text in changes if text != part.text]
        if not foreign:
            continue
        whole = "".join(text for _, text in changes).strip()
        words = ", ".join(dict.fromkeys(f"'{text}' for '{part.text}'" for part, text in foreign))
        yield Problem(
            f"'{callcenter.label_of(item)}' has letters of another version: write {words}",
            foreign[0][0].at,
            help=f"write {whole} in {item.name}",
            fix=Fix(f"write {whole}", tuple(Edit(part.at, "set", text) for part, text in foreign), safe=False),
        )


def _ours(part: Part, foreign: Mapping[str, str]) -> str:
    return foreign.get(part.text, part.text) if part.kind == "letters" else part.text
