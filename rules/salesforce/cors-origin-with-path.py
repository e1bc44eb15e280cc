"""
An origin for CORS goes on behind the host.

Browsers say where a request comes from without a path. An entry with one is never met, and requests of the page are refused.

```xml bad file=force-app/main/default/corsWhitelistOrigins/Widgets.corsWhitelistOrigin-meta.xml at="/orders"
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://widgets.acme.com/orders</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Widgets.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://widgets.acme.com</urlPattern>
</CorsWhitelistOrigin>
```

```xml good file=force-app/main/default/corsWhitelistOrigins/Widgets.corsWhitelistOrigin-meta.xml
<?xml version="1.0" encoding="UTF-8"?>
<CorsWhitelistOrigin xmlns="http://soap.sforce.com/2006/04/metadata">
    <urlPattern>https://widgets.acme.com/</urlPattern>
</CorsWhitelistOrigin>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Problem, SalesforceComponent, rule
from wxcc_lint.api.salesforce import listed_url


@rule(
    "salesforce/cors-origin-with-path",
    on=SalesforceComponent,
    severity="warning",
    evidence="inferred",
    catalogue=("cc:cors-pattern",),
    sources=("Salesforce Metadata API Developer Guide", "RFC 6454, The Web Origin Concept"),
)
def check(component: SalesforceComponent) -> Iterator[Problem]:
    """Yield an origin with more behind its host than a slash."""
    listed = listed_url(component, "CorsWhitelistOrigin")
    more = listed.behind_host if listed else ""
    if listed is not None and more not in {"", "/"}:
        rest = listed.part(len(listed.value) - len(more), len(listed.value))
        fix = Fix(f"take '{more}' away", (Edit(rest, "set", ""),), safe=False)
        yield Problem(
            f"no browser names '{more}' when it says where a request comes from",
            rest,
            help=f"write '{listed.value[: -len(more)]}'",
            fix=fix if listed.can_mend else None,
        )
