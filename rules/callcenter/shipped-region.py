"""
The region is still the one of the shipped file, and nothing says that it is right.

The shipped file of Version 1 leads to North America, that of Version 2 to the European Union. Agents of a tenant in another region cannot sign in there, so it is worth a look before the first agent gets it.

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

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import stated_region
from wxcc_lint.api.hosts import region_of, regions


@rule(
    "callcenter/shipped-region",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1", "v2"),
    evidence="verified",
    catalogue=("cc:adapter-url-default-us1",),
    sources=("published definition files", "README of the vendor's definition file"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield the region of the published file unless an environment declares a region."""
    stated = stated_region(callcenter)
    fact = callcenter.fact(stated.item) if stated else None
    if stated is None or fact is None or any(environment.region for environment in callcenter.environments):
        return
    region = stated.region
    if region in {region_of(fact.default), regions().get(fact.default)}:
        yield Problem(
            f"'{callcenter.label_of(stated.item)}' is still that of the shipped file: {region.code} ({region.label})",
            stated.item.at,
            help=f"if that is your tenant's region, say 'region: {region.code}' for an environment in .wxcc-lint.yaml; if not, write that of yours",
        )
