"""Zip archives as sources: what a retrieval or an export left. Nothing is ever written to disk."""

from __future__ import annotations

import re
import zlib
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Final

from wxcc_lint.documents.limits import SizeLimits
from wxcc_lint.files import open_file
from wxcc_lint.sources.entries import Entry, Opened, failed, may_be_ours, read_ours

if TYPE_CHECKING:
    from zipfile import ZipFile

MAX_ENTRIES: Final = 20_000
"""Most names that an archive may hold: a retrieval of a whole org has some thousand."""
MAX_TOTAL: Final = 100 * 1024 * 1024
"""Most bytes of our own files that are unpacked, in memory."""
_MAGIC = (b"PK\x03\x04", b"PK\x05\x06")
_ENCRYPTED = 0x1
_ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:")


def is_zip(path: Path) -> bool:
    """Tell whether a file is an archive, or is meant to be one. Raises OSError."""
    with open_file(path) as file:
        return file.read(4) in _MAGIC or path.suffix.lower() == ".zip"


def open_zip(path: Path, name: str, sizes: SizeLimits) -> Opened:
    """Open the files of an archive that are ours. Raises OSError."""
    from zipfile import BadZipFile, ZipFile

    try:
        with open_file(path) as file, ZipFile(file) as archive:
            complaint = _complaint([(one.filename, one.flag_bits) for one in archive.infolist()])
            if complaint:
                return failed(f"{name}: {complaint}")
            return _entries(archive, name, sizes)
    except (BadZipFile, NotImplementedError, EOFError, zlib.error) as error:
        return failed(f"{name}: the zip archive cannot be read ({error})")


def _complaint(held: list[tuple[str, int]]) -> str:
    """Return why an archive with these names and flags is not read."""
    if len(held) > MAX_ENTRIES:
        return f"the zip archive holds {len(held)} files; more than {MAX_ENTRIES} are not read"
    for name, flags in held:
        if _ABSOLUTE.match(name) or ".." in PurePosixPath(name.replace("\\", "/")).parts:
            return f"the zip archive holds '{name}', a name that leads out of it"
        if flags & _ENCRYPTED:
            return f"the zip archive is encrypted ('{name}'); unpack it, and name the folder"
    return ""


def _entries(archive: ZipFile, name: str, sizes: SizeLimits) -> Opened:
    opened = Opened()
    total = 0
    for one in archive.infolist():
        if one.is_dir() or not may_be_ours(one.filename):
            continue
        with archive.open(one) as file:
            data = read_ours(file, sizes)
        if data is None:
            continue
        total += len(data)
        if total > MAX_TOTAL:
            return failed(f"{name}: the zip archive unpacks to more than {MAX_TOTAL // (1024 * 1024)} MiB")
        opened.entries.append(Entry(f"{name}/{one.filename}", one.filename, data))
    return opened
