"""
Users are still assigned to the call center of an older release.

They work with its settings: what was set up in the newer one does not reach them.

```xml bad live=old.xml without=isOpenCaseObjectAlwaysInViewMode
<item name="reqInternalName">WebexCCAgentDesktopV20230720</item>
```

```xml bad live=new.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```json bad live=org/users-by-call-center.json at="3"
{"WebexCCAgentDesktopV20230720": 3, "WebexCCAgentDesktopV20241121": 12}
```

```xml good live=old.xml without=isOpenCaseObjectAlwaysInViewMode
<item name="reqInternalName">WebexCCAgentDesktopV20230720</item>
```

```xml good live=new.xml
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

```json good live=org/users-by-call-center.json
{"WebexCCAgentDesktopV20230720": 0, "WebexCCAgentDesktopV20241121": 12}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.org import Org


@rule(
    "org/users-on-old-call-center",
    on=Org,
    severity="warning",
    evidence="verified",
    catalogue=("cc:call-center-users",),
    sources=("Salesforce Object Reference, User", "published definition files"),
)
def check(org: Org) -> Iterator[Problem]:
    """Yield each call center with users that is of an older release than another one of its generation."""
    users = org.counted("users-by-call-center")
    dated = [view for view in org.callcenters if view.release and view.release_is_declared and view.internal_name]
    for view in dated if isinstance(users, dict) else ():
        newest = max((one for one in dated if one.generation == view.generation), key=_date)
        count = users.get(view.internal_name)
        if count and _date(view) < _date(newest):
            have = "1 user has" if count == 1 else f"{count} users have"
            yield Problem(
                f"{have} the call center '{view.internal_name}', and there is '{newest.internal_name}'",
                org.counted_at("users-by-call-center", view.internal_name or ""),
                help="assign them to the newer one, and delete the old one when nobody has it",
            )


def _date(view: CallCenter) -> str:
    return str(view.release.date) if view.release else ""
