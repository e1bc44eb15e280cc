"""
A key that a component cannot do without is misspelt, or stands at the wrong place.

Names of keys are case-sensitive. The Desktop does not find what it needs, and the place of the component stays empty.

```json bad at='"Comp"'
{"advancedHeader": [{"comp": "agentx-state-selector"}, {"Comp": "agentx-notification"}]}
```

```json bad at='"src"'
{"comp": "agentx-wc-iframe", "src": "https://widgets.acme.com/orders/1.4.0/"}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/"}}
```

Every component needs `comp`. An iframe needs the attribute `src`, a tab and the panel of a tab need `slot`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, rule
from wxcc_lint.api.layout import unread_keys


@rule(
    "layout/unread-required-key",
    on=Layout,
    severity="error",
    supersedes=("layout/missing-component-name", "layout/iframe-without-src", "layout/tab-without-slot"),
    catalogue=("dl:node-unknown-key",),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each key that stands for one that is needed and missing."""
    for key in unread_keys(layout):
        if key.stands_for_required:
            write, into = key.told.write, key.told.into
            yield Problem(
                f"'{key.name}' stands where '{write}' is needed" if write else f"'{key.name}' stands outside '{into}'",
                key.component.place(key.name).key(),
                help=key.help,
                fix=key.fix,
            )
