"""What is read of a live org, before it becomes files: kinds of objects, each with how much of it could be read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

Status = Literal["complete", "partial", "forbidden", "not-found", "skipped"]
System = Literal["webex", "salesforce"]


@dataclass(frozen=True, slots=True)
class Org:
    """Whose objects these are. `sandbox` is None where nobody knows; `place` is the data centre or the instance."""

    system: System
    org_id: str
    name: str | None = None
    place: str | None = None
    sandbox: bool | None = None


@dataclass(frozen=True, slots=True)
class LiveObject:
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


@dataclass(frozen=True, slots=True)
class Reading:
    """One kind of object, such as `team` or `CspTrustedSite`, and how much of it was read.

    Only `complete` means that what is not in `objects` is not in the org. `reason` is the sentence for anything else.
    """

    system: System
    kind: str
    status: Status
    objects: tuple[LiveObject, ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Known:
    """What an older snapshot knows of the objects of a kind, by id: the object, to be used again while it is unchanged."""

    objects: Mapping[str, LiveObject] = field(default_factory=dict)

    def unchanged(self, id_: str, version: int | None, changed: str | None) -> LiveObject | None:
        """Return the object if neither its version nor the time of its last change has moved."""
        old = self.objects.get(id_)
        same = old is not None and version is not None and (old.version, old.changed) == (version, changed)
        return old if same else None
