"""How many agents each team has: counts alone, nothing of a user is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any, Final

from wxcc_lint.catalog.webex_entities import users_list
from wxcc_lint.sources.live.paging import Listed, read_list
from wxcc_lint.sources.live.reading import LiveObject, Reading
from wxcc_lint.sources.live.sessions import WebexSession

USERS_BY_TEAM: Final = "users-by-team"
"""`{"London": 12}`: active users by the name of their team, zeros included."""
PROFILES_BY_TEAM: Final = "agent-profiles-by-team"
"""`{"London": {"Agents": 10, "Seniors": 2}}`: the same, by the name of their desktop profile."""


def count_users(session: WebexSession, teams: Listed, text_of: Callable[[str, str], str]) -> Iterator[Reading]:
    """Yield the counts. A count that is too low would mislead, so there is none unless every user was read."""
    path, fields = users_list()
    listed = read_list(session, path, fields)
    status, reason = listed.status, listed.reason
    if listed.rows and not any("teamIds" in row for row in listed.rows.values()):
        status, reason = "partial", "the list of users does not tell their teams"
    if status != "complete":
        for kind in (USERS_BY_TEAM, PROFILES_BY_TEAM):
            yield Reading("webex", kind, status, (), reason)
        return
    profiles: dict[str, Counter[str]] = {text_of("team", id_): Counter() for id_ in teams.rows}
    for user in listed.rows.values():
        if user.get("active") is not True:
            continue
        profile = user.get("agentProfileId")
        name = _name(text_of("agent-profile", profile)) if isinstance(profile, str) and profile else ""
        for team in _ids(user.get("teamIds")):
            profiles.setdefault(text_of("team", team), Counter())[name] += 1
    named = {_name(team): counts for team, counts in sorted(profiles.items())}
    yield _reading(USERS_BY_TEAM, {team: counts.total() for team, counts in named.items()})
    yield _reading(
        PROFILES_BY_TEAM,
        {team: {name: counts[name] for name in sorted(counts) if name} for team, counts in named.items()},
    )


def _reading(kind: str, data: dict[str, Any]) -> Reading:
    return Reading("webex", kind, "complete", (LiveObject(kind, data),))


def _name(text: str) -> str:
    """Return the name in a reference; of one that nobody could name, the whole of it."""
    kind, _, name = text.partition(":")
    return text if kind in {"dangling", "unread"} else name


def _ids(value: Any) -> list[str]:
    return [one for one in value if isinstance(one, str) and one] if isinstance(value, list) else []
