"""The internal name is not that of a release we know.

The vendor asks to leave the internal name as it is: it says which items the connector can expect. It cannot be changed in Setup later.

```xml bad at="WebexCCAgentDesktopV20241112"
<item name="reqInternalName">WebexCCAgentDesktopV20241112</item>
```

```xml bad at="WebexCCAgentDesktopV202209019"
<item name="reqInternalName">WebexCCAgentDesktopV202209019</item>
```

```xml good
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

A name of the vendor's pattern with a later date than the newest known release is taken for a release to come. If the name is your own on purpose,
say so in a comment that ignores this rule.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Problem, closest, rule
from wxcc_lint.api.callcenter import GENERAL

_POSSIBLE = re.compile(r"[A-Za-z][A-Za-z0-9]{0,39}")
_DATED = re.compile(r"WebexCCAgentDesktopV([0-9]{8})[0-9]?")
"""The vendor's pattern; one release has a digit behind the date."""


@rule(
    "callcenter/unknown-release",
    on=CallCenter,
    severity="warning",
    generations=("v1",),
    catalogue=("cc:internal-name-unknown-release",),
    sources=("published definition files", "help.webex.com nhxw7kfb"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look the internal name up; one that cannot be an internal name is told by invalid-internal-name."""
    name = callcenter.internal_name or ""
    if not _POSSIBLE.fullmatch(name) or callcenter.release_is_declared or _is_to_come(callcenter, name):
        return
    item = callcenter.item("reqInternalName", GENERAL)
    message, help_ = _words(callcenter, name)
    yield Problem(message, item.at if item else callcenter.root_at, help=help_)


def _is_to_come(callcenter: CallCenter, name: str) -> bool:
    dated = _DATED.fullmatch(name)
    known = (_DATED.fullmatch(release.internal_name) for release in callcenter.vocabulary.releases)
    return dated is not None and dated[1] > max(match[1] for match in known if match)


def _words(callcenter: CallCenter, name: str) -> tuple[str, str]:
    newest = callcenter.vocabulary.releases[-1].internal_name
    printed = callcenter.vocabulary.unreleased_names.get(name)
    if printed:
        reason = printed[0].lower() + printed[1:]
        help_ = f"take the name from the file you started with; that of the newest release is {newest}"
        return f"no published file is named '{name}': it is {reason}", help_
    meant = closest(name, [release.internal_name for release in callcenter.vocabulary.releases])
    if meant:
        return f"there is no release '{name}'; did you mean '{meant}'?", f"write {meant}, before the import"
    help_ = (
        f"use the name in the vendor's file, which is {newest} in the newest; if yours is meant so, ignore this finding"
    )
    return f"'{name}' is not the internal name of any published release", help_
