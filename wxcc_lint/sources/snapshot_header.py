"""What a snapshot says of itself: which org it is of, when and how much of it was read."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, field

from wxcc_lint.discover import SNAPSHOT_HEADER
from wxcc_lint.files import absolute

HEADER: Final = SNAPSHOT_HEADER
INDEX: Final = "index.json"
COMPLETE: Final = "complete"
VERSION: Final = 1


class Kind(Struct, frozen=True):
    """How much of a kind of objects was read; only of a complete one it is known what there is not."""

    status: str
    count: int = 0
    reason: str = ""

    @property
    def is_complete(self) -> bool:
        """Whether all of it was read."""
        return self.status == COMPLETE


class SnapshotHeader(Struct, frozen=True):
    """What `snapshot.json` says; what it does not say, or not as expected, is None or empty.

    `kinds` are by system and name: `webex/team`, `salesforce/CspTrustedSite`. `uncovered` are pairs of what was not read and
    why. `mask_key` is the id of the key that its masks were made with.
    """

    environment: str | None = None
    org_name: str | None = None
    org_id: str | None = None
    datacenter: str | None = None
    sandbox: bool | None = None
    read_at: str | None = None
    salesforce: Mapping[str, Any] | None = None
    kinds: Mapping[str, Kind] = field(default_factory=dict)
    uncovered: tuple[tuple[str, str], ...] = ()
    mask_key: str | None = None


def header_of(data: Mapping[str, Any]) -> SnapshotHeader:
    """Return what the object in a `snapshot.json` says."""
    sandbox, salesforce = data.get("sandbox"), data.get("salesforce")
    return SnapshotHeader(
        word(data.get("environment")),
        word(data.get("orgName")),
        word(data.get("orgId")),
        word(data.get("datacenter")),
        sandbox if isinstance(sandbox, bool) else None,
        word(data.get("readAt")),
        salesforce if isinstance(salesforce, dict) else None,
        _kinds(data.get("kinds")),
        _uncovered(data.get("uncovered")),
        word(data.get("maskKey")),
    )


def why_unread(data: Any) -> str | None:
    """Return why what stands in a `snapshot.json` of a newer program is not taken, and what to do; else None."""
    version = data.get("version") if isinstance(data, dict) else None
    if not isinstance(version, int) or version <= VERSION:
        return None
    return f"is of version {version}, and this program reads version {VERSION}; update wxcc-lint"


def replaced_beside(folder: Path) -> Path:
    """Return where the snapshot of a folder is while another one takes its place: there it is if that was interrupted."""
    return beside(folder, "old")


def beside(folder: Path, what: str) -> Path:
    """Return where something of ours is hidden beside a folder, whatever way leads to that, such as `.`."""
    whole = absolute(folder)
    return whole.parent / f".{whole.name}.wxcc-lint-{what}"


def word(value: Any) -> str | None:
    """Return a text that says something, None for anything else."""
    return value if isinstance(value, str) and value else None


def _kinds(said: Any) -> dict[str, Kind]:
    """Return the kinds; one that does not say that it is complete is not."""
    if not isinstance(said, dict):
        return {}
    return {name: _kind(kind) for name, kind in said.items()}


def _kind(said: Any) -> Kind:
    if not isinstance(said, dict):
        return Kind("partial", reason="the snapshot does not say how much was read")
    count = said.get("count")
    return Kind(
        word(said.get("status")) or "partial", count if isinstance(count, int) else 0, word(said.get("reason")) or ""
    )


def _uncovered(said: Any) -> tuple[tuple[str, str], ...]:
    listed = [one for one in said if isinstance(one, dict)] if isinstance(said, list) else []
    return tuple(
        (word(one.get("document")) or "?", word(one.get("reason")) or "the snapshot does not hold it") for one in listed
    )
