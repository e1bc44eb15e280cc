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

from collections.abc import Iterator, Mapping
from typing import Any

from wxcc_lint.api import Layout, Place, Problem, Role, rule
from wxcc_lint.api.layout import below, setting_facts


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
        for holder, members in _objects(role):
            for name in filter(undocumented.__contains__, members):
                at = below(holder, name).key()
                yield Problem(f"'{name}' is not documented: {undocumented[name]}", at, help="leave it out")


def _objects(role: Role) -> Iterator[tuple[Place, Mapping[str, Any]]]:
    app = role.settings.get("desktopChatApp")
    yield role.at, role.settings
    yield below(role.at, "desktopChatApp"), app if isinstance(app, dict) else {}
    yield role.area_at, role.area
