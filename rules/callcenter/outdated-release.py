"""The file is an older release of the definition.

Agents work as before, but settings of later releases are missing, and the vendor's guides speak of the newest one.

```xml bad at="WebexCCAgentDesktopV20230720" without="isOpenCaseObjectAlwaysInViewMode"
<item name="reqInternalName">WebexCCAgentDesktopV20230720</item>
```

```xml good
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

A newer release is imported as a call center of its own; then the users are assigned to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, rule
from wxcc_lint.api.callcenter import GENERAL


@rule(
    "callcenter/outdated-release",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    catalogue=("cc:internal-name-outdated",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Compare the declared release with the newest."""
    release, newest = callcenter.release, callcenter.vocabulary.releases[-1]
    if release is None or not callcenter.release_is_declared or release.internal_name == newest.internal_name:
        return
    item = callcenter.item("reqInternalName", GENERAL)
    yield Problem(
        f"'{release.internal_name}' is not the newest release; that is '{newest.internal_name}' of {newest.date}",
        item.at if item else callcenter.root_at,
        help=f"import the file of {newest.internal_name} as a new call center, carry your values over, and assign the users to it",
    )
