"""
There is no area of this name.

The Desktop looks for areas by their names. That it leaves out others without a word is assumed, not documented: then nobody sees what stands here.

```json bad at='"footer"'
{
  "navigation": [],
  "footer": {"id": "footer", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```

```json good
{
  "navigation": [],
  "headless": {"id": "headless", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, closest, rule
from wxcc_lint.api.layout import known_areas, known_settings, stray_areas


@rule(
    "layout/unknown-area",
    on=Layout,
    severity="warning",
    evidence="inferred",
    catalogue=("dl:area-unknown-key",),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each unknown key of `area`, but for those that are a misspelt area."""
    for key in stray_areas(layout):
        if not key.meant:
            yield Problem(f"the Desktop has no area '{key.name}'", key.at.key(), help=_help(key.name))


def _help(name: str) -> str:
    if name in known_settings():
        return "it is a setting: move it out of 'area', to stand beside it"
    there = closest(name, known_areas())
    if there:
        return f"delete it, or move what it holds into '{there}', which is there as well"
    return "use " + ", ".join(f"'{area}'" for area in known_areas())
