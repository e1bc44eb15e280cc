"""Read files that have an end, and write them so that whoever looks finds the old one or the new one and never a half."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import count
from pathlib import Path

_numbers = count()


def read_file(path: Path) -> bytes:
    """Return the bytes of a file. Raises OSError, also for a pipe or device, which a checkout may lead to and has no end."""
    if path.exists() and not path.is_file() and not path.is_dir():
        raise OSError(errno.EINVAL, "is neither a file nor a folder", os.fspath(path))
    return path.read_bytes()


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
