"""
A version is not written as three numbers.

All published layouts write it like `0.1.0`. The Desktop seems not to read it, so agents notice nothing; people and programs that compare layouts do.

```json bad at='"v1"'
{"version": "v1"}
```

```json good
{"version": "0.1.0"}
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import below

_VERSION = re.compile(r"[0-9]+\.[0-9]+\.[0-9]+")


@rule(
    "layout/invalid-version",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:version-format",),
    sources=("published layouts", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each version of another form, or that is no text."""
    for role in layout.roles():
        if "version" not in role.settings:
            continue
        version = role.settings["version"]
        if not isinstance(version, str):
            message = "'version' is no text"
        elif not _VERSION.fullmatch(version):
            message = f"'{version}' is no version of three numbers"
        else:
            continue
        form = "0.1.0" if role.name else "0.0.6"
        yield Problem(message, below(role.at, "version"), help=f"write '{form}', as published layouts do")
