"""Read the orgs of an environment and write what they hold as a snapshot."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from wxcc_lint import __version__
from wxcc_lint.files import read_file
from wxcc_lint.sources.live.masking import Masker
from wxcc_lint.sources.live.reading import Known, Org, Progress, Reading, System
from wxcc_lint.sources.live.salesforce import SalesforceWanted, read_salesforce
from wxcc_lint.sources.live.sessions import SalesforceSession, WebexSession
from wxcc_lint.sources.live.snapshot_files import KindRead, known_of, write_snapshot
from wxcc_lint.sources.live.webex import read_webex
from wxcc_lint.sources.snapshot_header import COMPLETE, HEADER, VERSION

_NOTHING = SalesforceWanted({})


class Sessions(Struct, frozen=True):
    """The logins to the orgs that are read, None for one that is not; `requests` counts what was sent until now."""

    webex: WebexSession | None = None
    salesforce: SalesforceSession | None = None
    requests: Callable[[], int] = lambda: 0


class Wanted(Struct, frozen=True):
    """What is read for an environment. `unread` are what is left out on purpose, and why.

    With `use_known` objects that have not changed since the snapshot before are taken from there.
    """

    environment: str
    salesforce: SalesforceWanted = _NOTHING
    unread: tuple[tuple[str, str], ...] = ()
    use_known: bool = True


class PullResult(Struct, frozen=True):
    """What a snapshot holds; `kinds` are by system and name, such as `webex/team`."""

    environment: str
    folder: Path
    webex: Org | None
    salesforce: Org | None
    read_at: str
    requests: int
    kinds: Mapping[str, KindRead] = field(default_factory=dict)
    unread: tuple[tuple[str, str], ...] = ()

    @property
    def incomplete(self) -> dict[str, KindRead]:
        """The kinds that were asked for and not read in full."""
        return {name: kind for name, kind in self.kinds.items() if kind.status != COMPLETE}


def pull(
    sessions: Sessions,
    wanted: Wanted,
    folder: Path,
    masker: Masker,
    clock: Callable[[], datetime],
    progress: Progress,
) -> PullResult:
    """Read the orgs and write the snapshot; all kinds of which something could be read are in it.

    Raises LiveError for what ends all reading and SnapshotTargetError for a folder that cannot take it: then the folder is
    as it was.
    """
    began = _iso(clock())
    header = _header(sessions, wanted, began, masker)
    known = known_of(folder) if wanted.use_known and _is_of_same(folder, header) else {}
    kinds = write_snapshot(
        folder,
        lambda: {**header, "requests": sessions.requests()},
        _readings(sessions, wanted, known, progress),
        masker,
    )
    return PullResult(
        wanted.environment,
        folder,
        sessions.webex.org if sessions.webex else None,
        sessions.salesforce.org if sessions.salesforce else None,
        began,
        sessions.requests(),
        kinds,
        wanted.unread,
    )


def _readings(sessions: Sessions, wanted: Wanted, known: Mapping[str, Known], progress: Progress) -> Iterator[Reading]:
    if sessions.webex is not None:
        yield from read_webex(sessions.webex, known, progress)
    if sessions.salesforce is not None:
        yield from read_salesforce(sessions.salesforce, wanted.salesforce, known, progress)


def _header(sessions: Sessions, wanted: Wanted, read_at: str, masker: Masker) -> dict[str, Any]:
    webex = sessions.webex.org if sessions.webex else None
    return {
        "version": VERSION,
        "tool": {"name": "wxcc-lint", "version": __version__},
        "environment": wanted.environment,
        "orgName": webex and webex.name,
        "orgId": webex and webex.org_id,
        "datacenter": webex and webex.place,
        "sandbox": webex and webex.sandbox,
        "readAt": read_at,
        "salesforce": _salesforce(sessions.salesforce),
        "maskKey": masker.key.id,
        "uncovered": [{"document": document, "reason": reason} for document, reason in wanted.unread],
    }


def _salesforce(session: SalesforceSession | None) -> dict[str, Any] | None:
    if session is None:
        return None
    org = session.org
    return {
        "orgName": org.name,
        "orgId": org.org_id,
        "instance": org.place,
        "sandbox": org.sandbox,
        "apiVersion": session.api_version,
    }


def _is_of_same(folder: Path, header: Mapping[str, Any]) -> bool:
    """Tell whether the snapshot in a folder is of the same orgs, by the same program, masked with the same key."""
    try:
        old = json.loads(read_file(folder / HEADER))
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(old, dict) or any(old.get(name) != header[name] for name in ("version", "tool", "maskKey")):
        return False
    before, now = _orgs(old), _orgs(header)
    return all(before[system] == org for system, org in now.items() if org is not None and before[system] is not None)


def _orgs(header: Mapping[str, Any]) -> dict[System, Any]:
    salesforce = header.get("salesforce")
    version = (salesforce.get("orgId"), salesforce.get("apiVersion")) if isinstance(salesforce, dict) else None
    return {"webex": header.get("orgId"), "salesforce": version}


def _iso(time: datetime) -> str:
    return time.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
