"""
The layout names one region of Webex Contact Center.

It fits tenants of that region alone. In another one the widget asks a data centre that does not know the agent.

```json bad at='us1'
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"dataCenter": "produs1"}
}
```

```json good
{
  "comp": "acme-orders",
  "script": "https://widgets.acme.com/orders/1.4.0/orders.js",
  "properties": {"dataCenter": "$STORE.app.datacenter"}
}
```

`$STORE.app.datacenter` has the name of the tenant's own environment, such as `produs1`. With one tenant there is nothing to mend, so this is told in the profile `strict` and above. Where the config declares the region, another one is told by `project/conflicting-regions`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Label, Layout, Problem, rule
from wxcc_lint.api.hosts import environment_path, named_regions
from wxcc_lint.api.layout import alike


@rule(
    "layout/hardcoded-region",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:hardcoded-datacenter",),
    sources=("types of the Desktop in @wxcc-desktop/sdk-types", "sample widgets of the vendor", "field notes"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first region of each value; only of an environment's name is it known what can stand instead."""
    for texts in alike(layout):
        name, regions = texts[0].name, named_regions(texts[0].name, texts[0].value)
        if not regions:
            continue
        region, path = regions[0], environment_path()
        places = [text.at.slice(region.start, region.end) for text in texts]
        edits = tuple(Edit(text.at, "set", path) for text in texts)
        yield Problem(
            f"'{region.host or name}' is for region {region.region.code} ({region.region.label}) alone",
            places[0],
            also=tuple(Label(place, "here as well") for place in places[1:]),
            help=f"write {path}" if region.is_environment else "keep such a layout to tenants of that region",
            fix=Fix(f"write {path}", edits, safe=False) if region.is_environment else None,
        )
