"""Write what was read of an org as a snapshot: all of it or nothing, and nothing of anybody else's is touched."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Final

from msgspec import Struct, to_builtins
from msgspec.structs import replace

from wxcc_lint.files import absolute, read_file
from wxcc_lint.sources.live.masking import Masker
from wxcc_lint.sources.live.reading import Known, LiveObject, Reading, Status, System
from wxcc_lint.sources.live.snapshot_draft import SnapshotTargetError, drafted, remove
from wxcc_lint.sources.live.snapshot_names import FileNames
from wxcc_lint.sources.snapshot_header import HEADER, INDEX, replaced_beside, why_unread

_WAITING: Final = "waiting"
_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in any folder they show."""


class KindRead(Struct, frozen=True):
    """How much of a kind stands in a snapshot."""

    status: str
    count: int
    reason: str = ""


class _Waiting(Struct, frozen=True):
    """An object that stands in a draft under a number: without what it holds, with the mask of its name, if it has one."""

    it: LiveObject
    mask: dict[str, str] | None
    file: Path
    digest: str


def write_snapshot(
    folder: Path, header: Callable[[], Mapping[str, Any]], readings: Iterable[Reading], masker: Masker
) -> dict[str, KindRead]:
    """Write a snapshot in the place of the one that the folder holds, or into a new folder; return what is in it.

    `header` is asked for what `snapshot.json` says of the org when everything is read. Whatever is raised on the way, by
    the readings as well, leaves the old snapshot as it was. Raises SnapshotTargetError, also for a folder that holds
    anything but a snapshot.
    """
    folder = absolute(folder)
    check_target(folder)
    try:
        with drafted(folder) as draft:
            content = _Content(draft, masker)
            for reading in readings:
                content.take(reading)
            said = dict(header())
            kinds = content.kinds()
            in_order = {kind: to_builtins(kinds[kind]) for kind in sorted(kinds)}
            _write(draft / HEADER, _json({**said, "kinds": in_order, "maskKey": masker.key.id}, sort=False))
            _write(draft / INDEX, _json(content.named()))
    except OSError as error:
        raise SnapshotTargetError(f"{folder}: cannot be written: {(error.strerror or str(error)).lower()}") from error
    return kinds


def check_target(folder: Path) -> None:
    """Raise SnapshotTargetError for a place where no snapshot may be put; bring back one that a killed run left beside."""
    replaced = replaced_beside(folder)
    if replaced.is_dir():
        if folder.exists():
            remove(replaced)
        else:
            replaced.rename(folder)
    if folder.is_symlink():
        raise SnapshotTargetError(f"{folder}: is a link: name the folder itself")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise SnapshotTargetError(f"{folder}: is a file: name a folder for the snapshot")
    if (why := why_unread(_read(folder / HEADER))) is not None:
        raise SnapshotTargetError(f"{folder}: the snapshot that is there {why}")
    held = sorted(_files(folder))
    if held and HEADER not in held:
        raise SnapshotTargetError(f"{folder}: holds '{held[0]}' and no snapshot: name a folder of its own for it")
    strangers = [name for name in held if name not in {HEADER, INDEX, *_index(folder)}]
    if strangers:
        more = f" and {len(strangers) - 1} more" if len(strangers) > 1 else ""
        raise SnapshotTargetError(f"{folder}: '{strangers[0]}'{more} is not of the snapshot: move it somewhere else")


def known_of(folder: Path) -> dict[str, Known]:
    """Return the objects of the snapshot in a folder, by kind and id; what they hold stays in their files.

    A file that somebody changed is as good as none.
    """
    known: dict[str, dict[str, LiveObject]] = {}
    files: dict[str, dict[str, tuple[str, str]]] = {}
    for path, said in _index(folder).items():
        try:
            kind, id_, digest = said["kind"], said["id"], said["digest"]
            one = LiveObject(
                said["name"], id=id_, version=said["version"], changed=said["changed"], changed_by=said["changedBy"]
            )
        except (TypeError, KeyError):
            continue
        if id_ and all(isinstance(text, str) for text in (kind, id_, digest, one.name)):
            known.setdefault(kind, {})[id_] = one
            files.setdefault(kind, {})[id_] = path, digest
    return {kind: Known(objects, partial(_whole, folder, files[kind])) for kind, objects in known.items()}


def _whole(folder: Path, files: Mapping[str, tuple[str, str]], it: LiveObject) -> LiveObject | None:
    path, digest = files[it.id]
    try:
        data = read_file(folder / path)
        if _digest(data) != digest:
            return None
        return replace(it, data=json.loads(data)) if path.endswith(".json") else replace(it, text=data.decode())
    except (OSError, ValueError, RecursionError):
        return None


class _Content:
    """What was written into a draft so far.

    Objects get their names when all are there: only then it is known which are called alike, and which of them is the first.
    """

    def __init__(self, draft: Path, masker: Masker) -> None:
        self._draft = draft
        (draft / _WAITING).mkdir()
        self._masker = masker
        self._objects: dict[tuple[System, str], list[_Waiting]] = {}
        self._ends: dict[tuple[System, str], tuple[Status, str]] = {}
        self._count = 0

    def take(self, reading: Reading) -> None:
        """Write the objects of a reading, and forget those that are gone."""
        kind = reading.system, reading.kind
        waiting = self._objects.setdefault(kind, [])
        if reading.gone:
            for one in waiting:
                if one.it.id in reading.gone:
                    one.file.unlink()
            waiting[:] = [one for one in waiting if one.it.id not in reading.gone]
        waiting += [self._written(reading, it) for it in reading.objects]
        self._ends[kind] = reading.status, reading.reason

    def _written(self, reading: Reading, it: LiveObject) -> _Waiting:
        mask = self._masker.name_mask(reading.system, reading.kind, it.name)
        masked = self._masker.masked(reading.system, reading.kind, it)
        text = masked.text
        data = text.encode("utf-8", "replace") if text is not None else _json(masked.data)
        self._count += 1
        file = self._draft / _WAITING / str(self._count)
        _write(file, data)
        # Of a text its beginning tells what kind of file it is.
        kept = replace(masked, data=None, text=None if text is None else text.lstrip()[:1])
        return _Waiting(kept, mask, file, _digest(data))

    def kinds(self) -> dict[str, KindRead]:
        """Return how much of each kind there is, by `webex/team`."""
        return {
            f"{system}/{kind}": KindRead(status, len(self._objects[system, kind]), reason)
            for (system, kind), (status, reason) in self._ends.items()
        }

    def named(self) -> dict[str, dict[str, Any]]:
        """Give all objects their names; return by path what is known of them."""
        index: dict[str, dict[str, Any]] = {}
        names = FileNames()
        for (system, kind), waiting in self._objects.items():
            for one in sorted(waiting, key=lambda one: (one.it.name, one.it.id)):
                path = names.path_of(system, kind, one.it, one.mask)
                (self._draft / path).parent.mkdir(parents=True, exist_ok=True)
                one.file.rename(self._draft / path)
                index[path] = {
                    "kind": kind,
                    "name": one.it.name if one.mask is None else one.mask["mask"],
                    "id": one.it.id,
                    "version": one.it.version,
                    "changed": one.it.changed,
                    "changedBy": one.it.changed_by,
                    "digest": one.digest,
                }
        (self._draft / _WAITING).rmdir()
        return index


def _json(data: Any, *, sort: bool = True) -> bytes:
    text = json.dumps(data, indent=2, ensure_ascii=False, sort_keys=sort) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can say and UTF-8 cannot
        return (json.dumps(data, indent=2, sort_keys=sort) + "\n").encode()


def _write(file: Path, data: bytes) -> None:
    with file.open("xb") as stream:
        stream.write(data)


def _files(folder: Path) -> Iterator[str]:
    """Yield all files and links below a folder, with `/`."""
    for parent, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*links, *(name for name in files if name not in _LITTER)):
            yield (Path(parent) / name).relative_to(folder).as_posix()


def _index(folder: Path) -> dict[str, Any]:
    index = _read(folder / INDEX)
    return index if isinstance(index, dict) else {}


def _read(file: Path) -> Any:
    try:
        return json.loads(read_file(file))
    except (OSError, ValueError, RecursionError):
        return None


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
