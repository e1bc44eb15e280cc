"""
A presence status or idle code has a character in it that nobody sees.

The connector looks for a status of just this name and finds none, so it sets none: agents keep getting chats and cases while they are on a call.

```xml bad at="On&#xA0;a call"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On&#xA0;a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

```xml bad at="In a chat&#x200B;"
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat&#x200B;</item>
```

```xml good
<item name="isOmniStateSyncEnabled">true</item>
<item name="defaultOmniStateForCall">On a call</item>
<item name="defaultOmniStateForOmniChannel">In a chat</item>
```

No-break spaces come along when text is copied from a web page. If the status really has one in its name, change both.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, rule

_BLANKS = "\u00a0\u2007\u202f"
_NOTHING = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
"""What shows as an ordinary blank, and what does not show. Wide blanks and joiners belong to how some languages are written."""
_CLEAN = str.maketrans(dict.fromkeys(_BLANKS, " ") | dict.fromkeys(_NOTHING, ""))


@rule(
    "callcenter/hidden-character-in-status",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:value-whitespace",),
    supersedes=("project/unknown-presence-status",),
    sources=("concluded from how settings are handed over as texts",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look at the statuses while the sync is on; blanks around them are told by another rule."""
    for item in callcenter.items_of("presence-status", "idle-code"):
        clean = item.value.translate(_CLEAN)
        if clean == item.value or not callcenter.is_in_use(item):
            continue
        hidden = next(character for character in item.value if ord(character) in _CLEAN)
        shows = not set(item.value).isdisjoint(_BLANKS)  # then the status itself may have it: nobody would see that
        edit = Edit(Place(item.document, item.path), "set", clean)
        yield Problem(
            f"there is a {unicodedata.name(hidden).lower()} in '{clean}' of '{callcenter.label_of(item)}', "
            "which nobody sees",
            item.at,
            help=f"write '{clean}' anew",
            fix=Fix(f"write '{clean}'", (edit,), safe=not shows),
        )
