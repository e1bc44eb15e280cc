"""
The tenant is in another region than the environment declares.

Rules compare call centers and layouts with the declared region, and so with the wrong one.

```yaml bad file=.wxcc-lint.yaml at="eu1"
environments:
  prod:
    files: ["**"]
    region: eu1
```

```json bad live=snapshot.json
{"datacenter": "us1"}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
    region: eu1
```

```json good live=snapshot.json
{"datacenter": "eu1"}
```

```yaml good file=.wxcc-lint.yaml
environments:
  prod:
    files: ["**"]
```

```json good live=snapshot.json
{"datacenter": "us1"}
```

Where no region is declared, that of the tenant counts.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/another-region",
    on=Org,
    severity="error",
    evidence="verified",
    sources=("WxCC API, base addresses",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield one problem if both regions are known and differ."""
    declared, found = org.environment.region, org.facts.region
    if declared and found and declared != found:
        yield Problem(
            f"the environment '{org.environment.name}' declares the region {declared}, and its tenant is in {found}",
            org.environment.at("region"),
            help=f"write {found}, if this is the right tenant",
        )
