"""
A brace in the subject template has no partner.

A variable stands between an opening and a closing brace. With one of them missing, the name is probably printed into the subject of every call activity instead of its value.

```xml bad at="{"
<item name="ActivitySubjectTemplate">{direction Call {activityDatetime}</item>
```

```xml bad at="}"
<item name="ActivitySubjectTemplate">{direction} Call activityDatetime}</item>
```

```xml good
<item name="ActivitySubjectTemplate">{direction} Call {activityDatetime}</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import template_parts


@rule(
    "callcenter/unbalanced-subject-brace",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:subject-template-braces",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each brace without a partner."""
    for item in callcenter.items_of("template"):
        for part in template_parts(item):
            if part.kind == "brace":
                opens = part.text == "{"
                missing, where = ("}", "behind") if opens else ("{", "before")
                yield Problem(
                    f"this '{part.text}' in '{callcenter.label_of(item)}' {'is never closed' if opens else 'closes nothing'}",
                    part.at,
                    help=f"write '{missing}' {where} the name of the variable in {item.name}, or take the '{part.text}' out",
                )
