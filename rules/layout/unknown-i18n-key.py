"""
A text of the Desktop is asked for by a key that no published layout has.

For a key that the Desktop does not have, agents see an English text in every language. The list of all keys is not published, so this may well be one of them.

```json bad at='tpw.widgetTitel'
{"comp": "div", "textContent": "$I18N.tpw.widgetTitel"}
```

```json good
{"comp": "div", "textContent": "$I18N.tpw.widgetTitle"}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, closest, rule
from wxcc_lint.api.layout import translatable_texts, translation_key, translation_keys


@rule(
    "layout/unknown-i18n-key",
    on=Layout,
    severity="info",
    profile="pedantic",
    evidence="inferred",
    catalogue=("dl:i18n-key-unknown",),
    sources=("help.webex.com ng08gqeb", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each key that is not known, and what it resembles."""
    for text in translatable_texts(layout):
        key = translation_key(text.value)
        if key is None or key in translation_keys():
            continue
        near = closest(key, translation_keys())
        at = text.at.slice(len(text.value) - len(key), len(text.value))
        yield Problem(
            f"'{key}' is no known key of the Desktop's texts" + (f"; did you mean '{near}'?" if near else ""),
            at,
            help=f"write $I18N.{near}" if near else "look at the Desktop in another language, or write the text itself",
            fix=Fix(f"write $I18N.{near}", (Edit(at, "set", near),), safe=False) if near else None,
        )
