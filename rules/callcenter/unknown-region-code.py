"""
The region of a Version 2 call center is not one that is known.

The connector finds the tenant by this code, written exactly so. With another one agents probably cannot sign in.

```xml bad at="EU2"
<item name="openCtiWxCCRegion">EU2</item>
```

```xml bad at="UK"
<item name="openCtiWxCCRegion">UK</item>
```

```xml good
<item name="openCtiWxCCRegion">eu1</item>
```

If Webex Contact Center has opened the region since, ignore this finding with a reason, and please report it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, closest, rule
from wxcc_lint.api.hosts import Region, region_of, regions


@rule(
    "callcenter/unknown-region-code",
    on=CallCenter,
    severity="warning",
    generations=("v2",),
    evidence="inferred",
    catalogue=("cc:adapter-url-region",),
    sources=("README beside the definition file of Version 2", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield a region that is none of the known codes."""
    for item in callcenter.items_of("region"):
        if item.value in regions():
            continue
        help_ = "known regions: " + ", ".join(f"{region.code} ({region.label})" for region in regions().values())
        label = callcenter.label_of(item)
        if item.is_blank:
            yield Problem(f"'{label}' is blank", item.name_at, help=help_)
            continue
        meant = _meant(item.value)
        hint = f"; did you mean '{meant.code}' ({meant.label})?" if meant else ""
        edits = (Edit(Place(item.document, item.path), "set", meant.code),) if meant else ()
        yield Problem(
            f"'{item.value}' is not a known region{hint}",
            item.at,
            help=f"write {meant.code}; {help_}" if meant else help_,
            fix=Fix(f"write {meant.code}", edits, safe=False) if meant else None,
        )


def _meant(text: str) -> Region | None:
    """Return the region that a code in capitals, a label, a country, their initials or a Version 1 address stands for."""
    said = text.casefold()
    for region in regions().values():
        names = (region.code, region.label, region.country or region.label)
        if said in {name.casefold() for name in names} | {_initials(name) for name in names}:
            return region
    return region_of(text) or regions().get(closest(text, regions()) or "")


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).casefold()
