"""
The subject template has a variable as another language writes it.

The connector takes single braces, `{direction}`. What stands around them is probably printed into the subject of every call activity.

```xml bad at="{{direction}}"
<item name="ActivitySubjectTemplate">{{direction}} Call {activityDatetime}</item>
```

```xml bad at="${direction}"
<item name="ActivitySubjectTemplate">${direction} Call {activityDatetime}</item>
```

```xml bad at="{!Task.CallType}"
<item name="ActivitySubjectTemplate">{!Task.CallType} Call {activityDatetime}</item>
```

```xml good
<item name="ActivitySubjectTemplate">{direction} Call {activityDatetime}</item>
```
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import template_parts

_LANGUAGES: Mapping[str, str] = {
    "flow": "Flow Designer writes variables",
    "script": "scripts write variables",
    "merge": "Salesforce writes merge fields",
}


@rule(
    "callcenter/foreign-subject-syntax",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:subject-template-braces",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each variable in the manner of another language; a name that could be one of ours gets a fix."""
    for item in callcenter.items_of("template"):
        for part in template_parts(item):
            if part.kind not in _LANGUAGES:
                continue
            name = part.text.strip("{}$!").strip()
            ours = f"{{{name}}}"
            known = "take it out, or write {direction} or {activityDatetime}"
            fix = Fix(f"write {ours}", (Edit(part.at, "set", ours),), safe=False) if name.isidentifier() else None
            yield Problem(
                f"'{part.text}' in '{callcenter.label_of(item)}' is how {_LANGUAGES[part.kind]}, not this connector",
                part.at,
                help=f"write {ours} in {item.name}" if fix else known,
                fix=fix,
            )
