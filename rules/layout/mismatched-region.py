"""
The layout names another region than the environment is in.

A tenant lives in one region. A widget that asks another one gets no data, or that of somebody else's tenant is refused to it.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    region: eu1
```

```json bad file=layouts/agents.json at="us1"
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-us1.cisco.com"}
}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["layouts/**"]
    region: eu1
```

```json good file=layouts/agents.json
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"serviceUrl": "https://api.wxcc-eu1.cisco.com"}
}
```

The region of an environment is that of its Webex Contact Center tenant.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from wxcc_lint.api import (
    Edit,
    Fix,
    Label,
    Layout,
    LayoutText,
    NamedRegion,
    Problem,
    Region,
    alike,
    member_name,
    named_regions,
    regions,
    rule,
)


@rule(
    "layout/mismatched-region",
    on=Layout,
    severity="warning",
    needs=("region",),
    evidence="inferred",
    catalogue=("dl:hardcoded-datacenter",),
    supersedes=("layout/hardcoded-region",),
    sources=("sample widgets of the vendor", "field notes"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first region of each value that is not the one the environment declares."""
    environment = layout.environment
    declared = regions().get(environment.region or "") if environment else None
    if environment is None or declared is None:
        return
    for texts in alike(layout):
        found = named_regions(member_name(texts[0]), texts[0].value)
        foreign = next((one for one in found if one.region != declared), None)
        if foreign:
            yield _problem(texts, foreign, declared, environment.name)


def _problem(texts: Sequence[LayoutText], foreign: NamedRegion, declared: Region, environment: str) -> Problem:
    places = [text.at.slice(foreign.start, foreign.end) for text in texts]
    edits = tuple(Edit(place, "set", declared.code) for place in places)
    return Problem(
        f"'{foreign.host or member_name(texts[0])}' is for {_called(foreign.region)}, "
        f"but '{environment}' is in {_called(declared)}",
        places[0],
        also=tuple(Label(place, "here as well") for place in places[1:]),
        help=f"write {declared.code}, or correct the region of '{environment}' in .wxcc-lint.yaml",
        fix=Fix(f"write {declared.code}", edits, safe=False),
    )


def _called(region: Region) -> str:
    return f"{region.code} ({region.label})"
