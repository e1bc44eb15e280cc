"""Whom a change of a desktop layout reaches."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from msgspec import Struct

from wxcc_lint.diff.objects import Reach

_NO_LAYOUT = frozenset({None, ""})


class Staff(Struct, frozen=True):
    """How many agents each team has, and with which desktop profiles; None where the org was not asked."""

    agents: Mapping[str, int] | None = None
    profiles: Mapping[str, Mapping[str, int]] | None = None


def reach_of(
    layouts: Iterable[Mapping[str, Any]], teams: Sequence[Mapping[str, Any]], staff: Staff
) -> dict[str, Reach]:
    """Return whom each layout reaches, by its name; `layouts` and `teams` are all of an org, as a snapshot keeps them.

    A team has the layout that it names, and the global one if it names none. Teams that are not active have no agents.
    """
    by_layout: dict[str | None, list[str]] = {}
    for team in teams:
        if team.get("active") is not False:
            by_layout.setdefault(_layout_of(team), []).append(str(team.get("name")))
    reached = {}
    for layout in layouts:
        name = str(layout.get("name"))
        by_default = by_layout.get(None, []) if layout.get("global") is True else []
        reached[name] = _reach(sorted(by_layout.get(name, [])), sorted(by_default), staff)
    return reached


def _reach(teams: Sequence[str], by_default: Sequence[str], staff: Staff) -> Reach:
    all_teams = [*teams, *by_default]
    agents = None if staff.agents is None else sum(staff.agents.get(team, 0) for team in all_teams)
    profiles = None if staff.profiles is None else {one for team in all_teams for one in staff.profiles.get(team, {})}
    return Reach(tuple(teams), tuple(by_default), None if profiles is None else tuple(sorted(profiles)), agents)


def _layout_of(team: Mapping[str, Any]) -> str | None:
    """Return the name of the layout that a team has; None for the global one. What nobody could name is no layout's."""
    said = team.get("desktopLayoutId")
    if said in _NO_LAYOUT:
        return None
    kind, _, name = str(said).partition(":")
    return name if kind == "desktop-layout" else str(said)
