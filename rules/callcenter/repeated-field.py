"""
A field list fills one field twice.

Only one of the two variables can end up in the field, and nothing says which. Agents may read the wrong value.

```xml bad at="Category__c"
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category},Category__c={Product}</item>
</section>
```

```xml good
<section name="wxCCCallActivity">
  <item name="objectFieldMapping">Category__c={Category},Product__c={Product}</item>
</section>
```

Salesforce takes no notice of upper and lower case in the names of fields, so neither does this rule.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Label, Problem, rule
from wxcc_lint.api.callcenter import Part, field_lists, listed_fields


@rule(
    "callcenter/repeated-field",
    on=CallCenter,
    severity="warning",
    generations=("v2",),
    evidence="inferred",
    catalogue=("cc:mapping-duplicate-target",),
    sources=("vendor's guide from Version 1 to Version 2",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each field that an earlier entry of the same list fills."""
    for item in field_lists(callcenter):
        first: dict[str, Part] = {}
        for entry in listed_fields(item):
            target = entry.target.trimmed
            if entry.source is None or not target.text:
                continue
            earlier = first.setdefault(target.text.casefold(), target)
            if earlier is not target:
                yield Problem(
                    f"'{target.text}' is filled twice in '{callcenter.label_of(item)}'",
                    target.at,
                    also=(Label(earlier.at, "it is filled here already"),),
                    help=f"name another field, or take one of the two out of {item.name}",
                )
