"""The display name speaks of another release than the internal name.

Admins choose call centers by the display name, and will assign agents to the wrong one.

```xml bad at="July 2023"
<item name="reqDisplayName">Webex Contact Center Agent Desktop 2.0(July 2023)</item>
```

```xml good
<item name="reqDisplayName">Contact Center of Acme</item>
```

A display name of your own is fine.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import CallCenter, Edit, Fix, Place, Problem, Release, rule
from wxcc_lint.api.callcenter import GENERAL


@rule(
    "callcenter/mismatched-display-name",
    on=CallCenter,
    severity="info",
    profile="strict",
    generations=("v1",),
    catalogue=("cc:display-name-release-mismatch",),
    sources=("published definition files",),
)
def check(callcenter: CallCenter) -> Iterator[Problem]:
    """Look for the month of another release in the display name."""
    release, item = callcenter.release, callcenter.item("reqDisplayName", GENERAL)
    if item is None or release is None or not callcenter.release_is_declared:
        return
    own = _month(release)
    months = {_month(other) for other in callcenter.vocabulary.releases} - {own}
    wrong = next((month for month in sorted(months) if month in item.text), None)
    if wrong is None or own in item.text:
        return
    start = item.text.index(wrong)
    place = Place(item.document, item.path).slice(start, start + len(wrong))
    yield Problem(
        f"the display name says {wrong}, but '{release.internal_name}' is the release of {own}",
        place,
        help=f"write {own} instead, or correct the internal name before the import",
        # Not safe: the internal name may be the wrong one of the two.
        fix=Fix(f"write {own} instead of {wrong}", (Edit(place, "set", own),), safe=False),
    )


def _month(release: Release) -> str:
    """Return what stands in brackets at the end of a published display name, such as `Nov 2024`."""
    return release.display_name.partition("(")[2].rstrip(")")
