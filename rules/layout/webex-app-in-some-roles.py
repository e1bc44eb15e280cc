"""
Webex App is on in some roles, and not in all.

Each role has a switch of its own. Whoever signs in with another role next time does not find Webex App.

```json bad at="false"
{
  "agent": {"desktopChatApp": {"webexConfigured": true}, "area": {"advancedHeader": [{"comp": "agentx-webex"}, {"comp": "agentx-state-selector"}]}},
  "supervisor": {"desktopChatApp": {"webexConfigured": false}, "area": {"advancedHeader": [{"comp": "agentx-notification"}]}},
  "supervisorAgent": {"desktopChatApp": {"webexConfigured": true}, "area": {"advancedHeader": [{"comp": "agentx-webex"}, {"comp": "agentx-state-selector"}]}}
}
```

```json good
{
  "agent": {"desktopChatApp": {"webexConfigured": true}, "area": {"advancedHeader": [{"comp": "agentx-webex"}, {"comp": "agentx-state-selector"}]}},
  "supervisor": {"desktopChatApp": {"webexConfigured": true}, "area": {"advancedHeader": [{"comp": "agentx-webex"}]}},
  "supervisorAgent": {"desktopChatApp": {"webexConfigured": true}, "area": {"advancedHeader": [{"comp": "agentx-webex"}, {"comp": "agentx-state-selector"}]}}
}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Place, Problem, Role, rule
from wxcc_lint.api.layout import below


@rule(
    "layout/webex-app-in-some-roles",
    on=Layout,
    severity="info",
    profile="strict",
    catalogue=("dl:webex-config-role-drift",),
    sources=("help.webex.com ng08gqeb",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem, at the first role without, where another one has it."""
    on = [role for role in layout.roles() if _is_on(role)]
    off = [role for role in layout.roles() if not _is_on(role)]
    if on and off:
        with_it, without = (" and ".join(f"'{role.name}'" for role in roles) for roles in (on, off))
        yield Problem(
            f"Webex App is on for {with_it}, and not for {without}",
            _switch(off[0]),
            also=tuple(Label(_switch(role), f"on for '{role.name}'") for role in on),
            help="set 'webexConfigured' in 'desktopChatApp' to true in each role that should have it",
        )


def _is_on(role: Role) -> bool:
    app = role.settings.get("desktopChatApp")
    return isinstance(app, dict) and app.get("webexConfigured") is True


def _switch(role: Role) -> Place:
    return below(role.at, "desktopChatApp", "webexConfigured")
