"""A label is longer than 1,000 characters.

Salesforce documents this limit. Beyond it the import may be refused, and admins cannot read such a label in Setup anyway.

```xml bad at="label."
<section name="reqOutDialConfig">
  <item name="reqIsOutDialAniToBeSet" label="Shows the number of the contact center to customers who are called. ------------------
--------------------------------------------------------------------------------------------------------------------
--------------------------------------------------------------------------------------------------------------------
--------------------------------------------------------------------------------------------------------------------
--------------------------------------------------------------------------------------------------------------------
--------------------------------------------------------------------------------------------------------------------
--------------------------------------------------------------------------------------------------------------------
--------------------------------------------------------------------------------------------------------------------
A label of a thousand characters looks like this one. Whatever comes behind is too long for a label.">false</item>
</section>
```

```xml good
<section name="reqOutDialConfig">
  <item name="reqIsOutDialAniToBeSet" label="Set Out Dial ANI">false</item>
</section>
```

The option `max` sets another limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Problem, Section, rule


@rule(
    "callcenter/long-label",
    on=CallCenter,
    severity="warning",
    catalogue=("cc:label-length",),
    sources=("Open CTI Developer Guide, call center definition files",),
)
def check(callcenter: CallCenter, max: int = 1000) -> Iterator[Problem]:  # noqa: A002  # the word that admins write
    """Look at the labels of all sections and items; the finding begins where the label should have ended."""
    everything: tuple[Section | Item, ...] = (*callcenter.sections, *callcenter.items())
    for labelled in everything:
        length = len(labelled.label or "")
        if length > max:
            yield Problem(
                f"the label of '{labelled.name}' has {length:,} characters; {max:,} are allowed",
                labelled.label_at.slice(max, length),
                help="shorten the label; a long text belongs into your documentation",
            )
