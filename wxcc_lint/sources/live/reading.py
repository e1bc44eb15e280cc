"""What is read of a live org, before it becomes files: kinds of objects, each with how much of it could be read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Literal, Protocol

from msgspec import Struct, field

Status = Literal["complete", "partial", "forbidden", "not-found", "skipped"]
System = Literal["webex", "salesforce"]


class Progress(Protocol):
    """Is told how many objects of a kind were read, and out of how many."""

    def __call__(self, kind: str, done: int, total: int) -> None:
        """Show it."""


class Org(Struct, frozen=True):
    """Whose objects these are. `sandbox` is None where nobody knows; `place` is the data centre or the instance."""

    system: System
    org_id: str
    name: str | None = None
    place: str | None = None
    sandbox: bool | None = None


class LiveObject(Struct, frozen=True):
    """An object of an org, as a snapshot keeps it.

    `name` is what people call it and what it is paired by. `data` is plain data without what only the server sets, with
    names in the place of ids (`team:London`, `dangling:<id>`); of Salesforce metadata it is None, and `text` is the file.
    `id`, `version` and `changed` (ISO 8601) tell whether it has to be read again, `changed_by` who says to have changed it.
    """

    name: str
    data: Any = None
    text: str | None = None
    id: str = ""
    version: int | None = None
    changed: str | None = None
    changed_by: str | None = None


class Reading(Struct, frozen=True):
    """One kind of object, such as `team` or `CspTrustedSite`, and how much of it was read.

    Only `complete` means that what is not in `objects` is not in the org. `reason` is the sentence for anything else.
    A large kind comes in several readings, so that nobody has to hold all of it: their objects add up, and the last one says
    how much was read. Objects that came before and do not count any more are named by id in `gone`.
    """

    system: System
    kind: str
    status: Status
    objects: tuple[LiveObject, ...] = ()
    reason: str = ""
    gone: frozenset[str] = frozenset()


class Known(Struct, frozen=True):
    """What an older snapshot knows of the objects of a kind, by id, to be used again while they are unchanged.

    They may lack their data and text: `whole` gets these, each time anew, so that nobody holds those of all objects. It
    returns None for what the snapshot does not hold as it was written.
    """

    objects: Mapping[str, LiveObject] = field(default_factory=dict)
    whole: Callable[[LiveObject], LiveObject | None] = lambda it: it

    def unchanged(self, id_: str, version: int | None, changed: str | None) -> LiveObject | None:
        """Return the whole object if neither its version nor the time of its last change has moved."""
        old = self.objects.get(id_)
        if old is None or version is None or (old.version, old.changed) != (version, changed):
            return None
        return self.whole(old)
