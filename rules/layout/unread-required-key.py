"""
A key that a component or a page cannot do without is misspelt, or stands at the wrong place.

Names of keys are case-sensitive. The Desktop does not find what it needs, and the place of the component or page stays empty.

```json bad at='"Comp"'
{"advancedHeader": [{"comp": "agentx-state-selector"}, {"Comp": "agentx-notification"}]}
```

```json bad at='"src"'
{"comp": "agentx-wc-iframe", "src": "https://widgets.acme.com/orders/1.4.0/"}
```

```json bad at='"Label"'
{
  "nav": {"Label": "Orders", "icon": "team", "iconType": "momentum", "navigateTo": "acme-orders"},
  "page": {"id": "orders", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://widgets.acme.com/orders/1.4.0/"}}
```

Every component needs `comp`. An iframe needs the attribute `src`, a tab and the panel of a tab need `slot`. A page needs `nav` and `page` with all that the guide calls for, and a grid its `areas` and `size`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import misspelt_members, unread_keys


@rule(
    "layout/unread-required-key",
    on=Layout,
    severity="error",
    supersedes=(
        "layout/missing-component-name",
        "layout/iframe-without-src",
        "layout/tab-without-slot",
        "layout/incomplete-page-entry",
        "layout/incomplete-navigation",
        "layout/page-without-id",
        "layout/page-without-widgets",
        "layout/page-without-layout",
        "layout/incomplete-grid",
    ),
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
    for stray in misspelt_members(layout):
        if stray.meant and stray.is_needed:
            rename = Edit(stray.at, "rename", stray.meant)
            is_case = stray.name.casefold() == stray.meant.casefold()
            yield Problem(
                f"'{stray.name}' stands where '{stray.meant}' is needed",
                stray.at.key(),
                help=f"write '{stray.meant}'",
                fix=Fix(f"write '{stray.meant}'", (rename,), safe=is_case),
            )
