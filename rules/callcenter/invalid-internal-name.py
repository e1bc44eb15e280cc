"""
The internal name has characters or a length that Salesforce refuses.

The import fails, or the name differs from the one that is kept, and it can never be changed afterwards. It takes up to 40 letters and digits and begins with a letter.

```xml bad at="WebexCCAgentDesktop_V20241121"
<item name="reqInternalName">WebexCCAgentDesktop_V20241121</item>
```

```xml bad at="{your name}"
<callCenter>
  <section sortOrder="0" name="reqGeneralInfo" label="General Information">
    <item sortOrder="0" name="reqInternalName" label="Internal Name">{your name}</item>
    <item sortOrder="1" name="reqDisplayName" label="Display Name">Phone</item>
  </section>
</callCenter>
```

```xml good
<item name="reqInternalName">WebexCCAgentDesktopV20241121</item>
```

A metadata component has its internal name from its file: `Phone.callCenter-meta.xml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule
from wxcc_lint.api.callcenter import GENERAL

_SOUND = re.compile(r"[A-Za-z][A-Za-z0-9]{0,39}")
_FORBIDDEN = re.compile(r"[^A-Za-z0-9]+")
_PLACEHOLDER = re.compile(r"\{.*\}|<.*>|\[.*\]", re.DOTALL)
_LIMITS = "at most 40 letters and digits, a letter first"


@rule(
    "callcenter/invalid-internal-name",
    on=CallCenter,
    severity="error",
    evidence="verified",
    catalogue=("cc:internal-name-format",),
    sources=("Open CTI Developer Guide, reqInternalName",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the item, else at what names a metadata component. A name that is missing is told by another rule."""
    name = callcenter.internal_name
    if name is None or _SOUND.fullmatch(name):
        return
    item = callcenter.item("reqInternalName", GENERAL)
    if item is not None:
        place = Place(item.document, item.path)
        at = item.name_at if item.is_blank else item.at
        yield _problem(name, at, "" if item.strays else _sound_part(name), place)
    elif "fullName" in callcenter.mirrors:
        place = Place(callcenter.document, ("@fullName",))
        yield _problem(name, place, _sound_part(name), place)
    else:
        help_ = f"rename the file to NAME.callCenter-meta.xml, the name of {_LIMITS}"
        message = f"'{name}', the name of the file, {_reason(name)}" if name else "the file has no name before the dot"
        yield Problem(message, callcenter.root_at, help=help_)


def _problem(name: str, at: Place, instead: str, place: Place) -> Problem:
    if not name:
        return Problem("the internal name is blank", at, help=f"write a name of {_LIMITS}")
    if _PLACEHOLDER.fullmatch(name):
        return Problem(f"'{name}' is a placeholder, not an internal name", at, help=f"write a name of {_LIMITS}")
    message = f"'{name}' {_reason(name)}"
    if not instead:
        return Problem(message, at, help=f"write a name of {_LIMITS}")
    # Not safe: it becomes another name, and nobody knows which one was meant.
    fix = Fix(f"write {instead}", (Edit(place, "set", instead),), safe=False)
    return Problem(message, at, help=f"write {instead}, or another name of {_LIMITS}", fix=fix)


def _reason(name: str) -> str:
    forbidden = _FORBIDDEN.search(name)
    if forbidden:
        return f"cannot be the internal name of a call center: '{forbidden[0]}' is not allowed in it"
    if not name[0].isalpha():
        return "cannot be the internal name of a call center: it must begin with a letter"
    return f"cannot be the internal name of a call center: it has {len(name)} characters, and Salesforce allows 40"


def _sound_part(name: str) -> str:
    """Return the name without the characters that are not allowed, if that is a name."""
    rest = _FORBIDDEN.sub("", name)
    return rest if _SOUND.fullmatch(rest) else ""
