"""What the list of a kind lacks, read object by object. None of it is held: contents are large, and there may be many."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, Final

from wxcc_lint.catalog.webex_entities import Entity
from wxcc_lint.sources.live.errors import LiveError
from wxcc_lint.sources.live.paging import Listed, Row, read_list, status_of
from wxcc_lint.sources.live.sessions import WebexSession
from wxcc_lint.sources.live.webex_objects import plain

_PATIENCE: Final = 3
"""So many objects may cost all the waiting that the transport does, before the others are given up."""
_COSTLY: Final = frozenset({"limited", "unreachable"})
_SERVER_FAULT: Final = 500


class Details:
    """The objects of a kind, one after the other, and what of them could not be read.

    `has_vanished` tells whether one of them is gone since it was listed: then the list is old.
    """

    def __init__(
        self,
        session: WebexSession,
        entity: Entity,
        remembered: Callable[[Entity, Row], dict[str, Any] | None],
        progress: Callable[[str, int, int], None],
    ) -> None:
        self._session = session
        self._entity = entity
        self._remembered = remembered
        self._progress = progress
        self._rows: dict[str, Row] = {}
        self._failures: dict[str, str] = {}
        self._waits = 0
        self.has_vanished = False

    @property
    def count(self) -> int:
        """How many objects were read."""
        return len(self._rows)

    def read(self, listed: Listed) -> Iterator[tuple[Row, dict[str, Any]]]:
        """Yield the objects of the list that were not read yet. Raises LiveError if reading on makes no sense."""
        self._failures.clear()
        for id_, row in listed.rows.items():
            if id_ in self._rows:
                continue
            data = self._read_one(id_, row)
            self._progress(self._entity.kind, self.count, len(listed.rows))
            if data is not None:
                yield row, data

    def forget(self, listed: Listed) -> frozenset[str]:
        """Take what a newer list does not have, or has otherwise, for not read; return the ids."""
        gone = frozenset(id_ for id_, row in self._rows.items() if listed.rows.get(id_) != row)
        self._rows = {id_: row for id_, row in self._rows.items() if id_ not in gone}
        return gone

    def _read_one(self, id_: str, row: Row) -> dict[str, Any] | None:
        """Return an object, or note why it cannot be read."""
        try:
            data = self._remembered(self._entity, row) or plain(self._entity, self._detail(row))
        except LiveError as error:
            status_of(error)
            self.has_vanished |= error.cause == "not-found"
            self._waits += error.cause in _COSTLY or (error.status or 0) >= _SERVER_FAULT
            self._failures[id_] = f"'{self._entity.title_of(row)}' could not be read: {error.sentence}"
            return None
        self._rows[id_] = row
        return data

    @property
    def reason(self) -> str:
        """The sentence on what could not be read, if anything."""
        first, *others = (*self._failures.values(), "")
        more = len(others) - 1
        return first + (f"; nor could {more} more" if more > 0 else "")

    def _detail(self, row: Row) -> Row:
        """Return the whole object. Raises LiveError."""
        entity, whole = self._entity, dict(row)
        if self._waits >= _PATIENCE:
            raise LiveError("limited", "given up after the others")
        if entity.item:
            path = entity.item.format(id=row["id"])
            reply = self._session.get(path)
            if not isinstance(reply, dict) or reply.get("id") != row["id"]:
                raise LiveError("broken", f"{path}: the reply is not the object that was asked for")
            whole |= reply
        for field, path in entity.entries.items():
            listed = read_list(self._session, path.format(id=row["id"]))
            if not listed.is_complete:
                cause = listed.status if listed.status in {"forbidden", "not-found"} else "broken"
                raise LiveError(cause, listed.reason)
            whole[field] = list(listed.rows.values())
        if entity.json and not isinstance(whole.get(entity.json), str | dict):
            raise LiveError("broken", f"the reply holds no '{entity.json}'")
        return whole
