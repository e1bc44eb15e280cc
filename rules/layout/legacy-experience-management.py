"""
Something of Webex Experience Management is still there.

The newest default layout has nothing of it, and the Desktop's own description no longer has the data that its widgets ask for. Agents may see an empty tab or page.

```json bad at='"agentx-wc-cloudcherry-widget"'
{"comp": "agentx-wc-cloudcherry-widget", "attributes": {"metrics": "true"}}
```

```json good
{"comp": "agentx-wc-iframe", "attributes": {"src": "https://surveys.acme.com/"}}
```

When it ends is not documented.
"""

from __future__ import annotations

from collections.abc import Iterator

from wxcc_lint.api import Label, Layout, Place, Problem, Role, rule
from wxcc_lint.api.layout import below, part_facts, part_name, part_names


@rule(
    "layout/legacy-experience-management",
    on=Layout,
    severity="info",
    profile="strict",
    evidence="inferred",
    catalogue=("dl:legacy-wxm",),
    sources=("published layouts", "types of the Desktop in @wxcc-desktop/sdk-types"),
)
def check(layout: Layout) -> Iterator[Problem]:
    """Yield one problem for each role, at the first place, with all others."""
    for role in layout.roles():
        found = [*_components(layout, role), *_setting(role)]
        if found:
            (name, place), *others = found
            yield Problem(
                f"'{name}' belongs to Webex Experience Management, which the newest default layout no longer has",
                place,
                also=tuple(Label(other, f"so does '{another}'") for another, other in others),
                help="take it out, if you do not use the product any more",
            )


def _components(layout: Layout, role: Role) -> Iterator[tuple[str, Place]]:
    if part_facts().legacy_parts.isdisjoint(part_names(layout, role)):
        return
    for component in layout.components():
        name, place = part_name(component)
        if component.role is role and name in part_facts().legacy_parts:
            yield name, place


def _setting(role: Role) -> Iterator[tuple[str, Place]]:
    name = part_facts().legacy_setting
    if role.settings.get(name) is True:
        yield name, below(role.at, name)
