"""
The call center is for another region than the environment is in.

A tenant lives in one region. In another one its agents cannot sign in.

```yaml bad file=.wxcc-lint.yaml
environments:
  prod:
    files: ["crm/**"]
    region: eu1
```

```xml bad file=crm/callcenter.xml at="us1"
<item name="reqAdapterUrl">https://desktop.wxcc-us1.cisco.com/</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["crm/**"]
    region: eu1
```

```xml good file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

The region of an environment is that of its Webex Contact Center tenant. Version 1 states it in the adapter URL, Version 2 in `openCtiWxCCRegion`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, Region, regions, rule, stated_region


@rule(
    "callcenter/mismatched-region",
    on=CallCenter,
    severity="error",
    generations=("v1", "v2"),
    needs=("region",),
    evidence="verified",
    catalogue=("cc:adapter-url-region-mismatch",),
    sources=("help.webex.com nhxw7kfb", "README of the vendor's definition file"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the region that the file states if it is a known one and not the one of the environment."""
    stated, environment = stated_region(callcenter), callcenter.environment
    if stated is None or environment is None or environment.region is None:
        return
    actual, declared = stated.region, regions().get(environment.region)
    if declared is None or actual == declared:
        return
    label, value = callcenter.label_of(stated.item), stated.value_for(declared)
    whole = Place(stated.item.document, stated.item.path)
    yield Problem(
        f"'{label}' leads to {_called(actual)}, but '{environment.name}' is in {_called(declared)}",
        stated.at,
        help=f"write {value}, or correct the region of '{environment.name}' in .wxcc-lint.yaml",
        fix=Fix(f"write {value}", (Edit(whole, "set", value),), safe=False),
    )


def _called(region: Region) -> str:
    return f"{region.code} ({region.label})"
