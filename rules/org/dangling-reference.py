"""
An object refers to one that does not exist.

What was deleted is still named. What the Desktop does then is not documented; agents may be left without what was meant.

```json bad live=team.json at='"dangling:7f1c7a52"'
{"name": "London", "active": true, "desktopLayoutId": "dangling:7f1c7a52"}
```

```json good live=team.json
{"name": "London", "active": true, "desktopLayoutId": "unread:7f1c7a52"}
```

An object whose kind could not be read may well be there: that is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Problem, rule
from wxcc_lint.api.org import DANGLING, Org


@rule(
    "org/dangling-reference",
    on=Org,
    severity="warning",
    evidence="inferred",
    sources=("WxCC API, references between objects",),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each object with such references once, at the first of them."""
    for one in org.objects:
        found = [path for path, text in one.texts() if text.startswith(DANGLING)]
        if found:
            first, *more = found
            members = list(dict.fromkeys(f"'{path[0]}'" for path in found))
            verb = "names" if len(members) == 1 else "name"
            yield Problem(
                f"{' and '.join(members)} of '{one.name}' ({one.kind}) {verb} something that the tenant does not have",
                one.at(*first),
                also=tuple(Label(one.at(*path), "this one as well") for path in more),
                help="choose another one in Control Hub, or none",
            )
