"""Write what was read of an org as a snapshot: all of it or nothing, and nothing of anybody else's is touched."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

from wxcc_lint.sources.live.masking import Masker
from wxcc_lint.sources.live.reading import Known, LiveObject, Reading
from wxcc_lint.sources.live.snapshot_names import FileNames
from wxcc_lint.sources.snapshot_header import HEADER, INDEX, replaced_beside

_DRAFT: Final = "wxcc-lint-new"
_LITTER: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
"""What file managers leave in any folder they show."""


class SnapshotTargetError(Exception):
    """A folder cannot take a snapshot. The sentence says why and what to do."""


@dataclass(frozen=True, slots=True)
class KindRead:
    """How much of a kind stands in a snapshot."""

    status: str
    count: int
    reason: str = ""


@dataclass
class _Content:
    """What was written so far: by path what is known of an object, by `webex/team` how much of a kind there is."""

    index: dict[str, dict[str, Any]] = field(default_factory=dict)
    kinds: dict[str, KindRead] = field(default_factory=dict)
    names: FileNames = field(default_factory=FileNames)


def write_snapshot(
    folder: Path, header: Callable[[], Mapping[str, Any]], readings: Iterable[Reading], masker: Masker
) -> dict[str, KindRead]:
    """Write a snapshot in the place of the one that the folder holds, or into a new folder; return what is in it.

    `header` is asked for what `snapshot.json` says of the org when everything is read. Whatever is raised on the way, by
    the readings as well, leaves the old snapshot as it was. Raises SnapshotTargetError, also for a folder that holds
    anything but a snapshot.
    """
    folder = Path(os.path.abspath(folder))  # noqa: PTH100 — `resolve` would follow links
    check_target(folder)
    draft = _beside(folder, _DRAFT)
    _remove(draft)
    content = _Content()
    try:
        draft.mkdir(parents=True)
        for reading in readings:
            _write_reading(draft, reading, content, masker)
        said = dict(header())
        kinds = {kind: asdict(content.kinds[kind]) for kind in sorted(content.kinds)}
        _write(draft, HEADER, _json({**said, "kinds": kinds, "maskKey": masker.key.id}, sort=False))
        _write(draft, INDEX, _json(content.index))
        _swap(draft, folder)
    except OSError as error:
        raise SnapshotTargetError(f"{folder}: cannot be written: {(error.strerror or str(error)).lower()}") from error
    finally:
        _remove(draft)
    return content.kinds


def check_target(folder: Path) -> None:
    """Raise SnapshotTargetError for a place where no snapshot may be put; bring back one that a killed run left beside."""
    replaced = replaced_beside(folder)
    if replaced.is_dir():
        if folder.exists():
            _remove(replaced)
        else:
            replaced.rename(folder)
    if folder.is_symlink():
        raise SnapshotTargetError(f"{folder}: is a link: name the folder itself")
    if not folder.exists():
        return
    if not folder.is_dir():
        raise SnapshotTargetError(f"{folder}: is a file: name a folder for the snapshot")
    held = sorted(_files(folder))
    if held and HEADER not in held:
        raise SnapshotTargetError(f"{folder}: holds '{held[0]}' and no snapshot: name a folder of its own for it")
    strangers = [name for name in held if name not in {HEADER, INDEX, *_index(folder)}]
    if strangers:
        more = f" and {len(strangers) - 1} more" if len(strangers) > 1 else ""
        raise SnapshotTargetError(f"{folder}: '{strangers[0]}'{more} is not of the snapshot: move it somewhere else")


def known_of(folder: Path) -> dict[str, Known]:
    """Return the objects of the snapshot in a folder, by kind and id; without those whose files somebody changed."""
    known: dict[str, dict[str, LiveObject]] = {}
    for path, said in _index(folder).items():
        one = _known_object(folder / path, said) if isinstance(said, dict) else None
        if one is not None and one.id:
            known.setdefault(str(said.get("kind")), {})[one.id] = one
    return {kind: Known(objects) for kind, objects in known.items()}


def _known_object(file: Path, said: Mapping[str, Any]) -> LiveObject | None:
    try:
        data = file.read_bytes()
        if _digest(data) != said.get("digest"):
            return None
        is_data = file.suffix == ".json"
        return LiveObject(
            said["name"],
            json.loads(data) if is_data else None,
            None if is_data else data.decode(),
            id=said["id"],
            version=said["version"],
            changed=said["changed"],
            changed_by=said["changedBy"],
        )
    except (OSError, ValueError, KeyError):
        return None


def _write_reading(draft: Path, reading: Reading, content: _Content, masker: Masker) -> None:
    for it in sorted(reading.objects, key=lambda one: (one.name, one.id)):
        mask = masker.name_mask(reading.system, reading.kind, it.name)
        masked = masker.masked(reading.system, reading.kind, it)
        path = content.names.path_of(reading.system, reading.kind, masked, mask)
        data = masked.text.encode("utf-8", "replace") if masked.text is not None else _json(masked.data)
        _write(draft, path, data)
        content.index[path] = {
            "kind": reading.kind,
            "name": it.name if mask is None else mask["mask"],
            "id": it.id,
            "version": it.version,
            "changed": it.changed,
            "changedBy": masked.changed_by,
            "digest": _digest(data),
        }
    kind = f"{reading.system}/{reading.kind}"
    content.kinds[kind] = KindRead(reading.status, len(reading.objects), reading.reason)


def _json(data: Any, *, sort: bool = True) -> bytes:
    text = json.dumps(data, indent=2, ensure_ascii=False, sort_keys=sort) + "\n"
    try:
        return text.encode()
    except UnicodeEncodeError:  # half a surrogate pair, which JSON can say and UTF-8 cannot
        return (json.dumps(data, indent=2, sort_keys=sort) + "\n").encode()


def _write(folder: Path, name: str, data: bytes) -> None:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    with file.open("xb") as stream:
        stream.write(data)


def _swap(draft: Path, folder: Path) -> None:
    """Put a finished draft in its place. Between the two renames the old one is whole, beside its place."""
    if not folder.exists():
        draft.rename(folder)
        return
    shutil.copymode(folder, draft)
    replaced = replaced_beside(folder)
    try:
        folder.rename(replaced)
        draft.rename(folder)
    except BaseException:
        if replaced.exists() and not folder.exists():
            replaced.rename(folder)
        raise
    _remove(replaced)


def _beside(folder: Path, ending: str) -> Path:
    return folder.with_name(f".{folder.name}.{ending}")


def _remove(folder: Path) -> None:
    """Delete a folder of ours; what cannot be deleted is cleaned up by the next run."""
    if folder.is_symlink():
        raise SnapshotTargetError(f"{folder}: is a link, and none of ours: delete it")
    shutil.rmtree(folder, ignore_errors=True)


def _files(folder: Path) -> Iterator[str]:
    """Yield all files and links below a folder, with `/`."""
    for parent, folders, files in os.walk(folder):
        links = [name for name in folders if (Path(parent) / name).is_symlink()]
        for name in (*links, *(name for name in files if name not in _LITTER)):
            yield (Path(parent) / name).relative_to(folder).as_posix()


def _index(folder: Path) -> dict[str, Any]:
    try:
        index = json.loads((folder / INDEX).read_bytes())
    except (OSError, ValueError):
        return {}
    return index if isinstance(index, dict) else {}


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()[:16]
