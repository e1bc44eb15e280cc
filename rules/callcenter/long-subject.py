"""
The subject template makes subjects longer than Salesforce keeps.

The subject of a task holds 255 characters. A longer one may be cut off, or the call activity is not saved at all.

```xml bad at="unopened."
<item name="ActivitySubjectTemplate">{direction} call on {activityDatetime}. Please check the number, ask for the contract, note the reason, the product and the region, set the status, add the follow-up date and the responsible team, and please never leave a call activity of Acme Customer Care unopened.</item>
```

```xml good
<item name="ActivitySubjectTemplate">{direction} call on {activityDatetime}, Acme Customer Care</item>
```

Counted are the words of the template, the longest direction and a date as long as its format; what other variables bring is not known. The option `max` sets another limit.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Item, Problem, rule
from wxcc_lint.api.callcenter import template_parts

_DIRECTION = len("Outbound")


@rule(
    "callcenter/long-subject",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:subject-template-length",),
    sources=("Object Reference for Salesforce, Task.Subject",),
)
def check(callcenter: CallCenter, max: int = 255) -> Iterator[Problem]:  # noqa: A002  # the word that admins write
    """Yield the end of each template that is too long; as many characters as have to go, as far as it has them."""
    date = next((len(item.value) for item in callcenter.items_of("date-format")), 0)
    lengths = {"{direction}": _DIRECTION, "{activityDatetime}": date}
    for item in callcenter.items_of("template"):
        length = _length(item, lengths)
        if length > max:
            end = len(item.text.rstrip())
            yield Problem(
                f"'{callcenter.label_of(item)}' makes subjects of about {length:,} characters; Salesforce keeps {max:,}",
                item.at.slice(end - min(length - max, len(item.value)), end),
                help=f"shorten {item.name} by at least {length - max:,} characters",
            )


def _length(item: Item, lengths: dict[str, int]) -> int:
    """Return the length of a subject; a variable that nobody knows counts as nothing."""
    parts = template_parts(item)
    texts = sum(len(part.text) for part in parts if part.kind != "variable")
    blanks = len(item.text) - len(item.value)
    return texts - blanks + sum(lengths.get(part.text, 0) for part in parts if part.kind == "variable")
