"""
A setting is there in the Desktop, and not documented for layouts.

Its name is in the Desktop's own description of layouts, and in no article. It may do something else after the next release, or nothing.

```json bad at='"collapseVoiceIntPane"'
{"collapseVoiceIntPane": true}
```

```json good
{"stopNavigateOnAcceptTask": true}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Layout, Place, Problem, Role, below, rule, setting_facts


@rule(
    "layout/undocumented-setting",
    on=Layout,
    severity="info",
    profile="pedantic",
    catalogue=("dl:unknown-role-property", "dl:area-unknown-key"),
    sources=("types of the Desktop in @wxcc-desktop/sdk-types",),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield each such name in a role, in its `desktopChatApp` and in its `area`."""
    undocumented = setting_facts().undocumented
    for role in layout.roles():
        for name, place in _names(role):
            if name in undocumented:
                yield Problem(f"'{name}' is not documented: {undocumented[name]}", place.key(), help="leave it out")


def _names(role: Role) -> Iterator[tuple[str, Place]]:
    app = role.settings.get("desktopChatApp")
    yield from ((name, below(role.at, name)) for name in role.settings)
    yield from ((name, below(role.at, "desktopChatApp", name)) for name in (app if isinstance(app, dict) else ()))
    yield from ((name, below(role.area_at, name)) for name in role.area)
