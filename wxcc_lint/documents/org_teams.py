"""Which teams of the tenant get which layout."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from wxcc_lint.documents.org import Org, OrgLayout
from wxcc_lint.documents.org_objects import OrgObject
from wxcc_lint.documents.salesforce_connector import connector_components

_LISTED: Final = 3


def teams_with(org: Org, layout: OrgLayout) -> list[OrgObject]:
    """Return the teams in use that have a layout, on whichever side that was said.

    Of layouts that share a name nobody can tell from outside which of them a team has: both.
    """
    listed = {one.partition("#")[0] for one in layout.object.names("teamIds")}
    return [team for team in org.teams_in_use if team.name in listed or _layout_of(team) == layout.name]


def is_for_salesforce(layout: OrgLayout) -> bool:
    """Tell whether a layout has the Salesforce connector."""
    return layout.view is not None and any(True for _ in connector_components(layout.view))


def named(teams: Sequence[OrgObject], one: str = "has it", several: str = "have it") -> str:
    """Return words such as `the team 'London' has it`."""
    names = [f"'{team.name}'" for team in teams[:_LISTED]]
    if len(teams) == 1:
        return f"the team {names[0]} {one}"
    last = f"{len(teams) - _LISTED} more" if len(teams) > _LISTED else names.pop()
    return f"the teams {', '.join(names)} and {last} {several}"


def _layout_of(team: OrgObject) -> str | None:
    name = team.refers_to("desktopLayoutId")
    return name.partition("#")[0] if name else None
