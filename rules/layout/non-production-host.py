"""
An address is one of a test system.

Test systems are changed and switched off without asking agents, and may hold data that is not real. One of the vendor's own layouts was published with such addresses and mended the same day.

```json bad at='nonprod'
{"comp": "acme-orders", "script": "https://widgets-nonprod.acme.com/orders/1.4.0/orders.js"}
```

```json bad at='staging'
{"comp": "acme-orders", "script": "https://d111111abcdef8.cloudfront.net/staging/1.4.0/orders.js"}
```

```json good
{"comp": "acme-orders", "script": "https://widgets.acme.com/orders/1.4.0/orders.js"}
```

Only whole words between dots and hyphens count, such as `dev`, `qa2` or `staging`, never the domain itself: `developer.acme.com`, `qa.com` and `acme.dev` are left alone. So is every file that belongs to environments for tests alone, such as `dev` or `uat`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Problem, rule
from wxcc_lint.api.layout import is_for_tests, systems_for_tests


@rule(
    "layout/non-production-host",
    on=Layout,
    severity="warning",
    catalogue=("cc:layout-nonprod-cdn",),
    sources=("published layouts before and after corrections",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such host once, with all addresses on it; files that are for test systems may lead to them."""
    if is_for_tests(layout):
        return
    for host, found in systems_for_tests(layout, certain=True).items():
        first = found[0].word
        where = f"the folder '{first.word}' on '{host}'" if first.in_path else f"'{host}'"
        yield Problem(
            f"{where} is a test system by its name",
            found[0].at,
            also=tuple(Label(again.at, "also here") for again in found[1:]),
            help="write the address of the production system",
        )
