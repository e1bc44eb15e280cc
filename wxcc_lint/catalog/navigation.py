"""The pages that the Desktop has of its own, which pages cannot be the first one, and the icons there are."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from msgspec import Struct

from wxcc_lint.catalog.facts import read_facts
from wxcc_lint.remember import remembered
from wxcc_lint.suggest import closest

_SIZE: Final = re.compile(r"_\d+\Z")
_SLIP: Final = 0.9
"""How alike a name and an icon are when one is the other with a slip. Below it, it may be a newer icon."""


class BuiltInRoute(Struct, frozen=True):
    """A route of the Desktop, and the area or the component under which the default layout itself has it."""

    name: str
    own_area: str | None
    own_component: str | None


@remembered
def built_in_route(name: str) -> BuiltInRoute | None:
    """Return the route of the Desktop that is called so; letters count as they are written."""
    routes = read_facts("navigation.yaml")["built-in-routes"]["routes"]
    if name not in routes:
        return None
    return BuiltInRoute(name, routes[name].get("own-area"), routes[name].get("own-component"))


@cache
def report_components() -> frozenset[str]:
    """Return the components that make a page a report, which cannot be the landing page."""
    return frozenset(read_facts("navigation.yaml")["no-landing-page"]["components"])


@remembered
def icon_meant(name: str) -> str | None:
    """Return the icon that a name stands for: itself, or what is left without prefix, size and slips; None if none."""
    bare = _SIZE.sub("", name.removeprefix("icon-"))
    if bare in momentum_icons():
        return bare
    from difflib import SequenceMatcher

    like = closest(bare, momentum_icons())
    if like is None or SequenceMatcher(None, bare.casefold(), like).ratio() < _SLIP:
        return None
    return like if like.count("-") == len(re.findall(r"[-_\s]", bare)) else None


@cache
def momentum_icons() -> frozenset[str]:
    """Return the names of the icons in the Momentum collection, without sizes. The Desktop may have newer ones."""
    return frozenset(read_facts("momentum-icons.yaml")["icons"].split())
