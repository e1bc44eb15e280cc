"""
The adapter URL leads to another region than the environment is in.

A tenant lives in one region. In the Agent Desktop of another one its agents cannot sign in.

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

The region of an environment is that of its Webex Contact Center tenant.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import GENERAL, CallCenter, Edit, Fix, Place, Problem, Region, region_of, regions, rule


@rule(
    "callcenter/mismatched-region",
    on=CallCenter,
    severity="error",
    generations=("v1",),
    needs=("region",),
    evidence="verified",
    catalogue=("cc:adapter-url-region-mismatch",),
    sources=("help.webex.com nhxw7kfb", "README of the vendor's definition file"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the region in the adapter URL if it is a known one and not the one of the environment."""
    item = callcenter.item("reqAdapterUrl", GENERAL)
    environment = callcenter.environment
    if item is None or environment is None or environment.region is None:
        return
    actual, declared = region_of(item.value), regions().get(environment.region)
    if actual is None or declared is None or actual == declared:
        return
    whole = Place(item.document, item.path)
    start = item.text.lower().find(f"-{actual.code}.") + 1
    url = declared.adapter_url
    yield Problem(
        f"'{callcenter.label_of(item)}' leads to {_called(actual)}, but '{environment.name}' is in {_called(declared)}",
        whole.slice(start, start + len(actual.code)),
        help=f"write {url}, or correct the region of '{environment.name}' in .wxcc-lint.yaml",
        fix=Fix(f"write {url}", (Edit(whole, "set", url),), safe=False),
    )


def _called(region: Region) -> str:
    return f"{region.code} ({region.label})"
