"""
An entry in a list of prefixes is no country code.

The connector cuts off what stands between two commas. What no number begins with is never cut off: the caller's record is not found, or the agent dials a wrong number.

```xml bad at=";"
<item name="prefixStringTobeRemoved">+1;+91</item>
```

```xml bad at="("
<item name="reqPrefixStringTobeRemoved">(+44)</item>
```

```xml good
<item name="prefixStringTobeRemoved">+44,0044</item>
```

A prefix consists of digits, with or without a + in front. Between prefixes stands a comma and nothing else. If the numbers in your records begin exactly as the entry does, brackets included, ignore the finding.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from unicodedata import normalize

from wxcc_lint.api import CallCenter, Edit, Fix, Problem, rule
from wxcc_lint.api.callcenter import Part, prefixes

_CODE = re.compile(r"\+?[0-9]+")
_WRONG = re.compile(r"[^0-9+]+|(?<=.)\+")
_SEPARATORS = re.compile(r"\s*[;|/,、]\s*|\s+(?=\+)|(?<=[0-9])(?=\+)")
"""What people put between prefixes instead of a comma."""
_TRUNK_ZERO = re.compile(r"\(0\)")
"""The zero that is dialled within the country only: +49(0) is +49."""
_DECORATION = re.compile(r"[\s()\[\]{}<>\"'.-]")
"""What people write around or inside a prefix to make it readable."""


@rule(
    "callcenter/invalid-prefix",
    on=CallCenter,
    severity="warning",
    generations=("v1", "v2"),
    evidence="inferred",
    catalogue=("cc:prefix-list-syntax",),
    sources=("help.webex.com nhxw7kfb", "published definition files"),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Yield each entry that is no prefix, at its first wrong characters; blank ones and a lone + are told by other rules."""
    for item in callcenter.items_of("prefixes"):
        for entry in (part.trimmed for part in prefixes(item)):
            if entry.text not in {"", "+"} and not _CODE.fullmatch(entry.text):
                yield _problem(callcenter.label_of(item), entry)


def _problem(label: str, entry: Part) -> Problem:
    wrong = _WRONG.search(entry.text)
    assert wrong is not None, "an entry of digits and one + in front is a prefix"
    at = entry.part(wrong.start(), len(wrong[0])).at
    meant = _meant(entry.text)
    if not meant:
        message = f"'{entry.text}' in '{label}' is no country code"
        return Problem(
            message, at, help=f"write digits in {entry.item.name}, with or without a + in front, such as +44"
        )
    missing = "," in meant
    message = (
        f"'{entry.text}' in '{label}' is {'more than one prefix without a comma between' if missing else 'no prefix'}"
    )
    fix = Fix(f"write {meant}", (Edit(entry.at, "set", meant),), safe=False)
    return Problem(message, at, help=f"write {meant} in its place in {entry.item.name}", fix=fix)


def _meant(text: str) -> str | None:
    """Return the prefix or prefixes that somebody probably meant, separated by commas."""
    entries = _SEPARATORS.split(normalize("NFKC", text))
    meant = [_DECORATION.sub("", _TRUNK_ZERO.sub("", entry)) for entry in entries if entry]
    return ",".join(meant) if meant and all(_CODE.fullmatch(entry) for entry in meant) else None
