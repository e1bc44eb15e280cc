"""Read a Webex tenant: kind by kind, with names in the place of ids.

Lists are read page by page. One by one only those objects are read of which lists lack what matters: desktop layouts,
desktop profiles and user profiles, and of these only the ones that moved since the older snapshot; see webex-entities.yaml.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from wxcc_lint.catalog.webex_entities import Entity, webex_entities
from wxcc_lint.sources.live.paging import Listed, Row, read_list
from wxcc_lint.sources.live.reading import Known, LiveObject, Progress, Reading
from wxcc_lint.sources.live.references import Names, referring
from wxcc_lint.sources.live.sessions import WebexSession
from wxcc_lint.sources.live.webex_details import Details
from wxcc_lint.sources.live.webex_objects import in_order, iso_time, plain
from wxcc_lint.sources.live.webex_users import count_users

_Referring = Mapping[str, set[str]]
"""The ids of objects by what they refer to."""


def read_webex(session: WebexSession, known: Mapping[str, Known], progress: Progress) -> Iterator[Reading]:
    """Yield what is in the tenant, object by object; only a refused token or a wrong org ends the reading.

    `known` is what an older snapshot of the same tenant holds, by kind.
    """
    tenant = _Tenant(session, known, progress)
    entities = webex_entities().values()
    for entity in entities:
        if not entity.fields:
            yield from tenant.read(entity)
    yield from count_users(session, tenant.listed("team"), lambda kind, id_: tenant.names(kind).text_of(id_))
    for entity in entities:
        if entity.fields and tenant.was_asked(entity.kind):
            yield from tenant.read(entity)


class _Tenant:
    """The lists that were read so far. Each is read when it is needed first, for its objects or for their names."""

    def __init__(self, session: WebexSession, known: Mapping[str, Known], progress: Progress) -> None:
        self._session = session
        self._known = known
        self._progress = progress
        self._lists: dict[str, Listed] = {}
        self._names: dict[str, Names] = {}
        self._old_names: dict[str, Names] = {}
        self._sides: dict[tuple[str, str], tuple[_Referring, _Referring]] = {}

    def was_asked(self, kind: str) -> bool:
        """Tell whether the list of a kind was needed."""
        return kind in self._lists

    def listed(self, kind: str) -> Listed:
        """Return the list of a kind; an empty one, not complete, of a kind that no API of ours has."""
        if kind not in self._lists:
            it = webex_entities().get(kind)
            unread = Listed("skipped", {})
            self._lists[kind] = read_list(self._session, it.list, it.fields, hides=it.hides) if it else unread
        return self._lists[kind]

    def list_again(self, kind: str) -> Listed:
        """Forget the list of a kind, and read it."""
        self._lists.pop(kind, None)
        return self.listed(kind)

    def names(self, kind: str) -> Names:
        """Return what the objects of a kind are called."""
        if kind not in self._names:
            listed = self.listed(kind)
            entity = webex_entities().get(kind) or Entity(kind, "")
            titles = {id_: entity.title_of(plain(entity, row)) for id_, row in listed.rows.items()}
            self._names[kind] = Names(kind, titles, is_complete=listed.is_complete and not entity.hides)
        return self._names[kind]

    def read(self, entity: Entity) -> Iterator[Reading]:
        """Yield the objects of a kind, each by itself, and in the end how much of the kind that was."""
        listed = self.listed(entity.kind)
        count, reason = len(listed.rows), ""
        if entity.item or entity.entries:
            details = Details(self._session, entity, self._remembered, self._progress)
            yield from (self._part(entity, *one) for one in details.read(listed))
            if details.has_vanished:
                listed = self.list_again(entity.kind)
                yield Reading("webex", entity.kind, "partial", gone=details.forget(listed))
                yield from (self._part(entity, *one) for one in details.read(listed))
            count, reason = details.count, details.reason
        else:
            yield from (self._part(entity, row, plain(entity, row)) for row in listed.rows.values())
        if not reason:
            self._progress(entity.kind, count, count)
        status = "partial" if reason and listed.is_complete else listed.status
        yield Reading("webex", entity.kind, status, reason=listed.reason or reason)

    def _part(self, entity: Entity, row: Row, data: dict[str, Any]) -> Reading:
        """Return a reading that is not the last of its kind."""
        return Reading("webex", entity.kind, "partial", (self._object(entity, row, data),))

    def _object(self, entity: Entity, row: Row, data: dict[str, Any]) -> LiveObject:
        named = referring(entity, data, lambda kind, id_: self.names(kind).text_of(id_))
        assert named is not None  # each id has a text
        version, by = row.get("version"), row.get(entity.changed_by or "")
        return LiveObject(
            entity.title_of(data),
            in_order(entity, named),
            id=row["id"],
            version=version if isinstance(version, int) else None,
            changed=iso_time(row.get("lastUpdatedTime")),
            changed_by=by if isinstance(by, str) and by else None,
        )

    def _remembered(self, entity: Entity, row: Row) -> dict[str, Any] | None:
        """Return an object of the older snapshot, with ids again, if it is still what the tenant has."""
        if entity.entries:  # they are saved without moving its version
            return None
        known = self._known.get(entity.kind, Known())
        old = known.unchanged(row["id"], row.get("version"), iso_time(row.get("lastUpdatedTime")))
        if old is None or not isinstance(old.data, dict):
            return None
        for name, mirror in entity.mirrors.items():
            # Of what was unread, the older snapshot does not know to whom it referred.
            was_unread = any(str(one).startswith("unread:") for one in old.data.get(name, ()))
            if was_unread or self._has_moved(entity, row["id"], *mirror):
                return None
        return referring(entity, old.data, lambda kind, text: self._old(kind).id_of(text))

    def _has_moved(self, entity: Entity, id_: str, kind: str, field: str) -> bool:
        """Tell whether other objects refer to this one than before: that moves no version of its own."""
        listed, old = self.listed(kind), self._known.get(kind)
        if old is None or not listed.is_complete:
            return True
        if (kind, field) not in self._sides:
            held = ((each, old.whole(one)) for each, one in old.objects.items())
            datas = ((each, one.data) for each, one in held if one is not None and isinstance(one.data, dict))
            self._sides[kind, field] = _referring(datas, field), _referring(listed.rows.items(), field)
        before, now = self._sides[kind, field]
        return before.get(self._old(entity.kind).text_of(id_)) != now.get(id_)

    def _old(self, kind: str) -> Names:
        if kind not in self._old_names:
            titles = {id_: one.name for id_, one in self._known.get(kind, Known()).objects.items()}
            self._old_names[kind] = Names(kind, titles, is_complete=False)
        return self._old_names[kind]


def _referring(objects: Iterable[tuple[str, Mapping[str, Any]]], field: str) -> _Referring:
    found: dict[str, set[str]] = {}
    for id_, data in objects:
        if isinstance(data.get(field), str):
            found.setdefault(data[field], set()).add(id_)
    return found
