"""The components of the Desktop's header, and who has them by default."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts


class HeaderComponent(Struct, frozen=True):
    """A component of the header. `action` is its name in `headerActions`; `is_core` says that agents miss it at once."""

    comp: str
    label: str
    action: str | None
    is_core: bool
    roles: tuple[str, ...]


@cache
def header_components() -> Mapping[str, HeaderComponent]:
    """Return the components that the Desktop brings for its header, by element name, in the documented order."""
    components = read_facts("layout-header.yaml")["components"]
    return {
        comp: HeaderComponent(comp, it["label"], it["action"], it["core"], tuple(it["roles"]))
        for comp, it in components.items()
    }


def header_height() -> int:
    """Return the height of the header in pixels."""
    return int(read_facts("layout-header.yaml")["height"])
