"""
The adapter URL is still the one of the shipped file, and nothing says that it is right.

The shipped file leads to North America. Agents of a tenant in another region cannot sign in there, so the address is worth a look before the first agent gets it.

```xml bad at="https://desktop.wxcc-us1.cisco.com/"
<item name="reqAdapterUrl">https://desktop.wxcc-us1.cisco.com/</item>
```

```xml good
<item name="reqAdapterUrl">https://desktop.wxcc-eu1.cisco.com/</item>
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["crm/**"]
    region: us1
```

```xml good file=crm/callcenter.xml
<item name="reqAdapterUrl">https://desktop.wxcc-us1.cisco.com/</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import GENERAL, CallCenter, Problem, region_of, rule


@rule(
    "callcenter/shipped-region",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    evidence="verified",
    catalogue=("cc:adapter-url-default-us1",),
    sources=("published definition files", "README of the vendor's definition file"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the adapter URL if it leads to the region of the published file and no environment declares a region."""
    item = callcenter.item("reqAdapterUrl", GENERAL)
    fact = callcenter.fact(item) if item else None
    if item is None or fact is None or any(environment.region for environment in callcenter.environments):
        return
    region = region_of(item.value)
    if region is not None and region == region_of(fact.default):
        yield Problem(
            f"'{callcenter.label_of(item)}' is still that of the shipped file: {region.code} ({region.label})",
            item.at,
            help=f"if that is your tenant's region, say 'region: {region.code}' for an environment in .wxcc-lint.yaml; if not, write the address of yours",
        )
