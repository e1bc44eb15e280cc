"""
The size of the softphone is not a whole number that Salesforce takes.

Salesforce sets limits to the size. Beyond them the softphone may be cut off, and agents cannot reach its buttons.

```xml bad at="px"
<item name="reqSoftphoneHeight">550px</item>
```

```xml bad at="100"
<item name="reqSoftphoneWidth">100</item>
```

```xml good
<item name="reqSoftphoneHeight">550</item>
```

Heights go from 240 to 2560 pixels, widths from 200 to 1920.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Item, Place, Problem, rule

_WHOLE_NUMBER = re.compile(r"[0-9]{1,9}")
_WITH_UNIT = re.compile(r"([0-9]{1,9})(\s*(?:px|pixels?|pt|em|rem|%))", re.IGNORECASE)


@rule(
    "callcenter/invalid-softphone-size",
    on=CallCenter,
    severity="error",
    generations=("v1", "v2"),
    evidence="verified",
    catalogue=("cc:softphone-size-range",),
    sources=("Open CTI Developer Guide, reqSoftphoneHeight and reqSoftphoneWidth",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each size that is no whole number, or one outside its limits."""
    for item in callcenter.items():
        fact = callcenter.fact(item)
        if fact is not None and fact.range is not None:
            yield from _check(item, callcenter.label_of(item), fact.range, fact.default)


def _check(item: Item, label: str, limits: tuple[int, int], shipped: str) -> Iterator[Problem]:
    low, high = limits
    help_ = f"write a whole number from {low} to {high}; the vendor's file has {shipped}"
    if item.is_blank:
        yield Problem(f"'{label}' is blank", item.name_at, help=help_)
    elif with_unit := _WITH_UNIT.fullmatch(item.value):
        yield _unit(item, label, with_unit, safe=low <= int(with_unit[1]) <= high)
    elif not _WHOLE_NUMBER.fullmatch(item.value):
        yield Problem(f"'{label}' is '{item.value}', which is not a whole number", item.at, help=help_)
    elif not low <= int(item.value) <= high:
        yield Problem(f"'{label}' is {item.value} pixels; it must be from {low} to {high}", item.at, help=help_)


def _unit(item: Item, label: str, match: re.Match[str], *, safe: bool) -> Problem:
    whole = Place(item.document, item.path)
    start = item.text.index(item.value)
    number, unit = match[1], match[2].strip()
    is_pixels = unit.lower().startswith("p") and unit.lower() != "pt"
    fix = Fix(f"write {number}", (Edit(whole, "set", number),)) if safe and is_pixels else None
    return Problem(
        f"'{label}' is '{item.value}', but takes a number alone",
        whole.slice(start + match.end() - len(unit), start + match.end()),
        help=f"write {number}: the number is always one of pixels"
        if is_pixels
        else "write the size in pixels, as a number alone",
        fix=fix,
    )
