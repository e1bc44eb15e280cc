"""
The title is the one of an older default layout.

The Desktop was called Contact Center Desktop once. Agents read the old name, which is no longer in the guides.

```json bad at='"Contact Center Desktop"'
{"appTitle": "Contact Center Desktop"}
```

```json good
{"appTitle": "Webex Contact Center"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import below, setting_facts


@rule(
    "layout/former-default-title",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:app-title-default-old",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each title that was the default."""
    facts = setting_facts()
    for role in layout.roles():
        title = role.settings.get("appTitle")
        if isinstance(title, str) and title in facts.former_titles:
            at = below(role.at, "appTitle")
            yield Problem(
                f"'{title}' is the title of older default layouts",
                at,
                help=f"write '{facts.default_title}', or a title of your own",
                # Not safe: agents see another title then.
                fix=Fix(f"write '{facts.default_title}'", (Edit(at, "set", facts.default_title),), safe=False),
            )
