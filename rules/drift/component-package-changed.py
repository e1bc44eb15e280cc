"""
Another version of the package is installed.

Its pages, settings and recording player behave as that version does, and instructions for the declared one may not fit.

```xml bad side=left at='3.0'
<InstalledPackage xmlns="http://soap.sforce.com/2006/04/metadata">
  <versionNumber>3.0</versionNumber>
</InstalledPackage>
```

```xml bad side=right
<InstalledPackage xmlns="http://soap.sforce.com/2006/04/metadata">
  <versionNumber>3.1</versionNumber>
</InstalledPackage>
```

```xml good side=left
<InstalledPackage xmlns="http://soap.sforce.com/2006/04/metadata">
  <versionNumber>3.0</versionNumber>
</InstalledPackage>
```

```xml good side=right
<InstalledPackage xmlns="http://soap.sforce.com/2006/04/metadata"><activateRSS>false</activateRSS><versionNumber>3.0</versionNumber></InstalledPackage>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Problem, rule
from wxcc_lint.api.org import Drift


@rule(
    "drift/component-package-changed",
    on=Drift,
    severity="warning",
    sources=("Salesforce Metadata API guide",),
)
def check(drift: Drift) -> Iterator[Problem]:
    """Yield another version of a package."""
    if drift.aspect == "component-package":
        yield Problem(drift.told(drift.thing), drift.at)
