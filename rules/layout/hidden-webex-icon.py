"""
The header has an icon for Webex App, and Webex App is off in this role.

The Desktop leaves the icon out until `webexConfigured` is true, role by role. Whoever expects Webex App in the header looks for it in vain.

```json bad at='"agentx-webex"'
{
  "desktopChatApp": {"webexConfigured": false},
  "area": {
    "advancedHeader": [{"comp": "agentx-webex"}, {"comp": "agentx-state-selector"}]
  }
}
```

```json good
{
  "desktopChatApp": {"webexConfigured": true},
  "area": {
    "advancedHeader": [{"comp": "agentx-webex"}, {"comp": "agentx-state-selector"}]
  }
}
```

The default layout has the icon beside the switch that is off, so that only the switch has to be turned. That is why this is told in the profile `pedantic` alone.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Place, Problem, Role, rule
from wxcc_lint.api.layout import below, in_header


@rule(
    "layout/hidden-webex-icon",
    on=Layout,
    severity="info",
    profile="pedantic",
    evidence="verified",
    catalogue=("dl:webex-icon-without-config",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield the first icon of each role without Webex App; `webexAppConfigured` is how old layouts switch it on."""
    for role in layout.roles():
        chat = role.settings.get("desktopChatApp", {})
        switch = chat.get("webexConfigured", False) if isinstance(chat, dict) else None
        icon = _icon(layout, role)
        if icon is None or switch is not False or role.settings.get("webexAppConfigured") is True:
            continue
        at = below(role.at, "desktopChatApp", "webexConfigured")
        is_there = isinstance(chat, dict) and "webexConfigured" in chat
        yield Problem(
            "the icon of Webex App is not shown while 'webexConfigured' is not true",
            icon,
            also=(Label(at, "Webex App is off"),) if is_there else (),
            help="set 'webexConfigured' in 'desktopChatApp' to true, or take the icon out",
        )


def _icon(layout: Layout, role: Role) -> Place | None:
    """Return the place of the icon, in the header that the Desktop draws."""
    if "advancedHeader" in role.area:
        return next((one.place("comp") for one in in_header(layout, role) if one.comp == "agentx-webex"), None)
    actions = role.settings.get("headerActions")
    if isinstance(actions, list) and "webex" in actions:
        return below(role.at, "headerActions", actions.index("webex"))
    return None
