"""
The layout has the old header.

`header` and `headerActions` still work. `advancedHeader` holds icons and widgets in one list, in any order, with a drop-down for what does not fit; new header features come there.

```json bad at='"headerActions"'
{"headerActions": ["outdial", "notification"], "area": {"navigation": []}}
```

```json good
{
  "area": {
    "advancedHeader": [
      {"comp": "agentx-outdial"},
      {"comp": "agentx-notification"},
      {"comp": "agentx-state-selector"}
    ]
  }
}
```

Once `advancedHeader` is there, delete `header` and `headerActions`: the Desktop no longer looks at them.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Problem, Role, rule
from wxcc_lint.api.layout import below, header_components, header_kind


@rule(
    "layout/legacy-header",
    on=Layout,
    severity="info",
    profile="pedantic",
    evidence="verified",
    catalogue=("dl:header-actions-used",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first trace of the old header in each role that does not have the new one as well."""
    for role in layout.roles():
        if "advancedHeader" in role.area:
            continue
        if isinstance(role.settings.get("headerActions"), list):
            place, name = below(role.at, "headerActions"), "headerActions"
        elif header_kind(role) == "header":
            place, name = below(role.area_at, "header"), "header"
        else:
            continue
        moved = ", and move the widgets of 'header' into it" if header_kind(role) == "header" else ""
        comps = ", ".join(f"'{comp}'" for comp in _replacing(role))
        yield Problem(
            f"'{name}' belongs to the old header",
            place.key(),
            help=f"write an 'advancedHeader' with {comps}{moved}",
        )


def _replacing(role: Role) -> list[str]:
    """Return the components that do what the role's header does now, and the agent's state, which it always shows."""
    by_action = {it.action: it.comp for it in header_components().values() if it.action}
    actions = role.settings.get("headerActions")
    shown = actions if isinstance(actions, list) else list(by_action)
    icons = [by_action[action] for action in shown if isinstance(action, str) and action in by_action]
    return icons if role.name == "supervisor" else [*icons, "agentx-state-selector"]
