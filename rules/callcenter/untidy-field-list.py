"""
A field list has blanks or empty entries.

Whether the connector takes blanks off is not documented. If it does not, it looks for a field or variable with a blank in its name, and the field stays empty on the agent's screen.

```xml bad at=" "
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category}, Language__c={Language}</item>
</section>
```

```xml bad at=","
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category},</item>
</section>
```

```xml good
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category},Language__c={Language}</item>
</section>
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, rule
from wxcc_lint.api.callcenter import field_lists

_BLANKS = re.compile(r"(?<=[,={])\s+|\s+(?=[,=}])")
_NEEDLESS = re.compile(rf"{_BLANKS.pattern}|^\s*,|,\s*(?=,|$)")


@rule(
    "callcenter/untidy-field-list",
    on=CallCenter,
    severity="warning",
    generations=("v2",),
    evidence="inferred",
    catalogue=("cc:mapping-v2-syntax",),
    sources=("vendor's guide from Version 1 to Version 2",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the first such place of each list, with a fix for all. Blanks around the whole list are told by padded-value."""
    for item in field_lists(callcenter):
        needless = _NEEDLESS.search(item.value)
        if needless is None:
            continue
        tidy = ",".join(filter(None, _BLANKS.sub("", item.value).split(",")))
        has_blanks = needless[0].isspace()
        what = "has needless blanks" if has_blanks else "has an entry with nothing in it"
        yield Problem(
            f"'{callcenter.label_of(item)}' {what}",
            _place(item, needless),
            help=f"write {tidy} in {item.name}" if tidy else f"leave {item.name} empty",
            fix=Fix(f"write '{tidy}'", (Edit(Place(item.document, item.path), "set", tidy),)),
        )


def _place(item: Item, match: re.Match[str]) -> Place:
    start = item.text.index(item.value)
    return Place(item.document, item.path).slice(start + match.start(), start + match.end())
