"""Read files that have an end, and write them so that whoever looks finds the old one or the new one and never a half."""

from __future__ import annotations

import errno
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path
from typing import BinaryIO, Final

_DEEPEST: Final = 255
"""How many folders may lie in each other."""
_numbers = count()


def absolute(path: Path) -> Path:
    """Return a path from the root on, links in it not followed."""
    return Path(os.path.abspath(path))  # noqa: PTH100 — `resolve` would follow links


def read_file(path: Path) -> bytes:
    """Return the bytes of a file. Raises OSError, also for a pipe or device, which a checkout may lead to and has no end."""
    _expect_end(path, path.stat())
    with open_file(path) as file:
        return file.read()


def open_file(path: Path | str, buffering: int = -1) -> BinaryIO:
    """Open a file that was looked at before. Raises OSError, and does not wait, if a pipe has taken its place meanwhile."""
    file = open(path, "rb", buffering, opener=_open_at_once)  # noqa: SIM115 — `Path.open` takes no opener; the caller closes
    try:
        _expect_end(path, os.fstat(file.fileno()))
    except OSError:
        file.close()
        raise
    return file


def _open_at_once(name: str, flags: int) -> int:
    return os.open(name, flags | getattr(os, "O_NONBLOCK", 0))


def _expect_end(path: Path | str, its: os.stat_result) -> None:
    if not (stat.S_ISREG(its.st_mode) or stat.S_ISDIR(its.st_mode)):
        raise OSError(errno.EINVAL, "is neither a file nor a folder", os.fspath(path))


def read_up_to(file: BinaryIO, size: int) -> bytes:
    """Return as many bytes of a file as asked for, or all that are left, also of one that is opened without a buffer."""
    data = file.read(size)
    while len(data) < size and (more := file.read(size - len(data))):
        data += more
    return data


def files_below(folder: Path) -> list[Path]:
    """Return the files below a folder, sorted; links are files, and what cannot be looked into is left out."""
    return sorted(path for _, files in walk(folder) for path in map(Path, files) if not path.is_dir())


def walk(
    folder: Path, failed: Callable[[OSError], object] = lambda _: None
) -> Iterator[tuple[list[str], list[os.DirEntry[str]]]]:
    """Walk through a folder much like `os.walk`; `failed` is told of what cannot be looked into, and of what lies too deep.

    Whoever walks may change the names of the folders of each folder before going on. All else, links to folders too, comes
    as entries that mostly know what they are without asking the system anew.
    """
    ahead = [(os.fspath(folder), 0)]
    while ahead:
        where, depth = ahead.pop()
        try:
            with os.scandir(where) as found:
                entries = list(found)
        except OSError as error:
            failed(error)
            continue
        folders = [one.name for one in entries if one.is_dir(follow_symlinks=False)]
        yield folders, [one for one in entries if not one.is_dir(follow_symlinks=False)]
        if folders and depth >= _DEEPEST:
            said = f"folders are nested more than {_DEEPEST} deep, so what is below was not read"
            failed(OSError(errno.ENAMETOOLONG, said, where))
        else:
            ahead += [(os.path.join(where, name), depth + 1) for name in reversed(folders)]  # noqa: PTH118 — texts are faster


def replace_file(path: Path, data: bytes) -> None:
    """Write a file whole or not at all. Raises OSError."""
    with drafted(path, data) as put_in_place:
        put_in_place()


@contextmanager
def drafted(path: Path, data: bytes) -> Iterator[Callable[[], object]]:
    """Write a file beside its place, and yield what moves it there; without that, all stays as it was.

    Its mode and owner stay, and a link goes on leading to it. A device or pipe is written to as it is, and a file that may
    not be written is not replaced either. Raises OSError.
    """
    if path.exists() and not path.is_file():
        yield lambda: path.write_bytes(data)
        return
    target = Path(os.path.realpath(path))
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), os.fspath(target))
    draft = target.with_name(f".wxcc-lint-{os.getpid()}-{next(_numbers)}.draft")
    draft.unlink(missing_ok=True)  # somebody with the same process id was killed
    try:
        with draft.open("xb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())  # a crash of the machine must not leave an empty file under the old name
        if target.exists():
            _liken(draft, target)
        yield lambda: draft.replace(target)
    finally:
        draft.unlink(missing_ok=True)


def _liken(draft: Path, target: Path) -> None:
    if hasattr(os, "chown"):
        its = target.stat()
        with suppress(PermissionError):  # only root can give files away
            os.chown(draft, its.st_uid, its.st_gid)
    shutil.copymode(target, draft)
