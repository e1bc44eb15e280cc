"""
The logo is to be taken away, with another word than the one that does it.

That word is `no-logo`, in small letters. The Desktop takes any other text for the address of an image, so agents probably see a broken one.

```json bad at='"nologo"'
{"logo": "nologo"}
```

```json good
{"logo": "no-logo"}
```

An empty text shows the logo of Webex Contact Center.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import below, setting_facts


@rule(
    "layout/misspelt-logo-word",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:logo-literal",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each logo that says it in other words."""
    facts = setting_facts()
    for role in layout.roles():
        logo = role.settings.get("logo")
        if not isinstance(logo, str) or logo == facts.absent_logo:
            continue
        letters = re.sub(r"[\s_.-]", "", logo.lower())
        if letters in facts.absent_logo_meant:
            at = below(role.at, "logo")
            is_same = letters == facts.absent_logo.replace("-", "")
            yield Problem(
                f"'{logo}' does not take the logo away",
                at,
                help=f"write '{facts.absent_logo}'",
                # With other words the logo of the Desktop may be meant.
                fix=Fix(f"write '{facts.absent_logo}'", (Edit(at, "set", facts.absent_logo),), safe=is_same),
            )
