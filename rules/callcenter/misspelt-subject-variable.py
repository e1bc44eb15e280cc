"""
A variable in the subject template is misspelt.

The connector reads names exactly, upper and lower case included. Every call activity gets the name in braces, or a gap, where the direction or the time of the call should be.

```xml bad at="direct"
<item name="ActivitySubjectTemplate">{direct} Call {activityDatetime}</item>
```

```xml bad at="activityDateTime"
<item name="ActivitySubjectTemplate">{direction} Call {activityDateTime}</item>
```

```xml good
<item name="ActivitySubjectTemplate">{direction} Call {activityDatetime}</item>
```

Known are the two variables of the shipped template. Whether others work is documented nowhere, so only names close to these two are told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, closest, rule
from wxcc_lint.api.callcenter import Part, template_parts

_VARIABLE = re.compile(r"\{(\w+)\}")
_ORIGINS: Mapping[str, str] = {
    "direct": "; the help article shortens it by mistake",
    "activityDateTime": "; with a capital T it is a variable of the vendor's connector for Zendesk",
}
"""Where people have a wrong name from."""


@rule(
    "callcenter/misspelt-subject-variable",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:subject-template-variable",),
    sources=("published definition files", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare each variable with those of the published template."""
    for item in callcenter.items_of("template"):
        fact = callcenter.fact(item)
        known = _VARIABLE.findall(fact.default) if fact else []
        for part in template_parts(item):
            if part.kind == "variable":
                name = part.part(1, len(part.text) - 2)
                meant = closest(name.text.strip(), known)
                if meant and meant != name.text:
                    yield _problem(callcenter.label_of(item), name, meant)


def _problem(label: str, name: Part, meant: str) -> Problem:
    if name.text.strip() == meant:
        message = f"'{{{name.text}}}' in '{label}' has blanks around the name"
    else:
        message = f"'{name.text}' is no variable of '{label}'; did you mean '{meant}'?"
    return Problem(
        message,
        name.at,
        help=f"write {{{meant}}} in {name.item.name}{_ORIGINS.get(name.text, '')}",
        fix=Fix(f"write {{{meant}}}", (Edit(name.at, "set", meant),), safe=False),
    )
