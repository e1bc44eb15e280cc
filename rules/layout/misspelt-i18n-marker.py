"""
A key of the Desktop's texts begins with something other than `$I18N.`.

The Desktop takes it for plain text, so agents read the key itself in a title, a tab or the navigation bar.

```json bad at='"$I18n.tpw.widgetTitle"'
{"comp": "div", "textContent": "$I18n.tpw.widgetTitle"}
```

```json good
{"comp": "div", "textContent": "$I18N.tpw.widgetTitle"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import translatable_texts, translation_meant


@rule(
    "layout/misspelt-i18n-marker",
    on=Layout,
    severity="error",
    catalogue=("dl:i18n-syntax",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each text that is a key but for the way it is marked."""
    for text in translatable_texts(layout):
        meant = translation_meant(text.value)
        if meant:
            yield Problem(
                f"agents read '{text.value.strip()}' as it stands: keys begin with '$I18N.'",
                text.at,
                help=f"write {meant}",
                fix=Fix(f"write {meant}", (Edit(text.at, "set", meant),)),
            )
