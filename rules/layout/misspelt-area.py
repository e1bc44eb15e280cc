"""
An area is misspelt.

The Desktop reads the names of areas exactly, upper and lower case included. What stands in a misspelt one is nowhere to be seen, and nothing says so.

```json bad at='"homePage"'
{
  "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {
    "area": {
      "advancedHeader": [{"comp": "agentx-notification"}],
      "homePage": {
        "nav": {"label": "Home", "icon": "home", "iconType": "momentum", "navigateTo": "home", "align": "top"},
        "page": {"id": "landing", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
      }
    }
  },
  "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```

```json good
{
  "agent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}},
  "supervisor": {
    "area": {
      "advancedHeader": [{"comp": "agentx-notification"}],
      "homepage": {
        "nav": {"label": "Home", "icon": "home", "iconType": "momentum", "navigateTo": "home", "align": "top"},
        "page": {"id": "landing", "widgets": {"main": {"comp": "div"}}, "layout": {"areas": [["main"]], "size": {"rows": [1], "cols": [1]}}}
      }
    }
  },
  "supervisorAgent": {"area": {"advancedHeader": [{"comp": "agentx-state-selector"}]}}
}
```

The product documentation prints `homePage`. The Desktop, and every layout of the vendor, has `homepage`.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Edit, Fix, Layout, Problem, rule
from wxcc_lint.api.layout import StrayKey, known_areas, stray_areas


@rule(
    "layout/misspelt-area",
    on=Layout,
    severity="error",
    catalogue=("dl:area-unknown-key",),
    supersedes=("layout/missing-area", "layout/unclear-form"),
    sources=("help.webex.com ng08gqeb", "types of the Desktop in @wxcc-desktop/sdk-types", "published layouts"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each unknown area that resembles one that is not there, and an `area` that is misspelt itself."""
    for key in stray_areas(layout):
        if key.meant:
            yield Problem(
                f"there is no area '{key.name}'; did you mean '{key.meant}'?",
                key.at.key(),
                help=f"rename it to '{key.meant}'",
                fix=_fix(key, key.meant),
            )


def _fix(key: StrayKey, meant: str) -> Fix | None:
    """Return the new name, where it stands before what the area may hold; safe where upper and lower case alone differ."""
    is_list = known_areas().get(meant, {}).get("type") == "array"
    if not isinstance(key.value, list if is_list else dict):
        return None
    is_case = key.name.casefold() == meant.casefold()
    return Fix(f"rename '{key.name}' to '{meant}'", (Edit(key.at, "rename", meant),), safe=is_case)
