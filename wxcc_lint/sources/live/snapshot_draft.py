"""The folder in which a snapshot is written, until it takes the place of the one before it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from wxcc_lint.sources.snapshot_header import beside, replaced_beside


class SnapshotTargetError(Exception):
    """A folder cannot take a snapshot. The sentence says why and what to do."""


@contextmanager
def drafted(folder: Path) -> Iterator[Path]:
    """Yield an empty folder, for one run at a time. It takes the place of `folder` at the end, and is deleted on a failure.

    Raises SnapshotTargetError, and OSError for what the system refuses.
    """
    draft = beside(folder, "new")
    if draft.is_symlink():
        raise SnapshotTargetError(f"{draft}: is a link, and none of ours: delete it")
    draft.mkdir(parents=True, exist_ok=True)
    hold = _hold(draft, folder)
    try:
        for left in draft.iterdir():  # by a killed run
            remove(left) if left.is_dir() else left.unlink()
        yield draft
        _swap(draft, folder)
    except BaseException:
        remove(draft)
        raise
    finally:
        if hold is not None:
            os.close(hold)


def remove(folder: Path) -> None:
    """Delete a folder of ours; what cannot be deleted is cleaned up by the next run."""
    shutil.rmtree(folder, ignore_errors=True)


def _hold(draft: Path, folder: Path) -> int | None:
    """Keep other runs out of a draft until what is returned is closed. Raises SnapshotTargetError where one is in it.

    Where the system knows no such locks, as Windows, or the drive, nobody is kept out.
    """
    try:
        import fcntl
    except ImportError:
        return None
    hold = os.open(draft, os.O_RDONLY)
    try:
        fcntl.flock(hold, fcntl.LOCK_EX | fcntl.LOCK_NB)
        is_free = draft.exists() and os.path.samestat(draft.stat(), os.fstat(hold))  # it may be in its place by now
    except BlockingIOError:
        is_free = False
    except OSError:
        is_free = True
    if not is_free:
        os.close(hold)
        raise SnapshotTargetError(f"{folder}: another run is writing this snapshot: try again when it is done")
    return hold


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
    remove(replaced)
