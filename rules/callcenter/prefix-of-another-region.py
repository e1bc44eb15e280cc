"""
The prefixes are those of the shipped file, although the tenant is in another region.

The shipped file cuts off the country codes of North America and India. Numbers of your own country keep theirs: callers are not found where records have none, and agents dial with it.

```xml bad at="+1,+91"
<item name="reqAdapterUrl">https://desktop.wxcc-jp1.cisco.com/</item>
<item name="prefixStringTobeRemoved">+1,+91</item>
<item name="reqPrefixStringTobeRemoved">+81</item>
```

```xml good
<item name="reqAdapterUrl">https://desktop.wxcc-jp1.cisco.com/</item>
<item name="prefixStringTobeRemoved">+81</item>
<item name="reqPrefixStringTobeRemoved">+81</item>
```

The region is the one an environment declares, else that of the adapter URL. Where records hold numbers with their country code, nothing should be cut off, and the list be empty.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import GENERAL, prefixes
from wxcc_lint.api.hosts import Region, region_of, regions


@rule(
    "callcenter/prefix-of-another-region",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    evidence="inferred",
    catalogue=("cc:ani-prefix-region-mismatch",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each list that is still as shipped and has no code of the region's callers; a lone + is of no region."""
    region = _region(callcenter)
    if region is None or not region.calling_codes:
        return
    codes = " or ".join(region.calling_codes)
    for item in callcenter.items_of("prefixes"):
        fact = callcenter.fact(item)
        shipped = fact is not None and item.value == fact.default
        if item.value and shipped and not {part.text for part in prefixes(item)} & {"+", *region.calling_codes}:
            yield Problem(
                f"'{callcenter.label_of(item)}' is as in the shipped file, but callers in {region.code} ({region.label}) have {codes}",
                item.at,
                help=f"write the codes of your callers in {item.name}, or leave it empty if your records have country codes",
            )


def _region(callcenter: CallCenter) -> Region | None:
    """Return the declared region, or the one that the adapter URL leads to; None where environments disagree."""
    declared = {environment.region for environment in callcenter.environments if environment.region}
    if declared:
        return regions()[declared.pop()] if len(declared) == 1 else None
    adapter = callcenter.item("reqAdapterUrl", GENERAL)
    return region_of(adapter.value) if adapter else None
