"""What `check --fix` and `check --diff` do with files that change."""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from difflib import diff_bytes, unified_diff
from os import fsencode
from typing import TYPE_CHECKING

from wxcc_lint.cli.errors import WrongUsageError

if TYPE_CHECKING:
    from wxcc_lint.discover import Candidate
    from wxcc_lint.documents.limits import SizeLimits
    from wxcc_lint.fix_run import MendedFile

_TO_QUOTE = re.compile(rb'["\\\x00-\x1f\x7f-\xff]')


def write_mended(files: Sequence[MendedFile]) -> None:
    """Write each changed file in place of the old one.

    Raises WrongUsageError where one of them cannot be written, or was changed by somebody else in the meantime; then none
    is written.
    """
    from wxcc_lint.files import drafted

    put_in_place = []
    with ExitStack() as drafts:
        for file in files:
            try:
                now = file.path.read_bytes()
                put_in_place.append((file, drafts.enter_context(drafted(file.path, file.after))))
            except OSError as error:
                raise WrongUsageError(f"{_unwritten(file, error)}; no file was changed") from error
            if now not in {file.before, file.after}:  # a link may lead to another file of this run
                raise WrongUsageError(f"{file.name}: changed while it was checked, so no file was written: try again")
        for file, put in put_in_place:
            try:
                put()
            except OSError as error:
                raise WrongUsageError(f"{_unwritten(file, error)}, and is as it was") from error


def _unwritten(file: MendedFile, error: OSError) -> str:
    return f"{file.name}: cannot be written: {(error.strerror or str(error)).lower()}"


def put_mended_input(files: Sequence[MendedFile], given: Candidate, sizes: SizeLimits) -> None:
    """Print standard input as it is after mending, byte for byte, also when nothing changed.

    Raises WrongUsageError for one that is too large to be read to its end.
    """
    data = given.data or b""
    if len(data) > sizes.bytes("layout"):
        raise WrongUsageError(f"{given.name}: is larger than {sizes.file} MiB, so it is not passed on")
    put_bytes(next((file.after for file in files if file.name == given.name), data))


def put_bytes(data: bytes) -> None:
    """Print bytes to standard output as they are."""
    from wxcc_lint.cli.output import put

    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="latin-1", newline="")  # to which every byte is a character
    put(data.decode("latin-1"))


def patch_of(files: Sequence[MendedFile]) -> bytes:
    """Return what changes as a unified diff that `git apply` and `patch -p1` take."""
    return b"".join(line for file in sorted(files, key=lambda one: one.name) for line in _patch(file))


def _patch(file: MendedFile) -> Iterator[bytes]:
    before, after = (_lines(data) for data in (file.before, file.after))
    name = fsencode(file.name)
    for line in diff_bytes(unified_diff, before, after, _name(b"a/" + name), _name(b"b/" + name)):
        yield line if line.endswith(b"\n") else line + b"\n\\ No newline at end of file\n"


def _lines(data: bytes) -> list[bytes]:
    """Return the lines with what ends them; only a line feed ends one for the programs that read patches."""
    return io.BytesIO(data).readlines()


def _name(name: bytes) -> bytes:
    """Return a file's name as git writes it: unusual characters in quotes, and a tab behind one with blanks."""
    if _TO_QUOTE.search(name):
        return b'"' + _TO_QUOTE.sub(lambda match: b"\\%03o" % ord(match[0]), name) + b'"'
    return name + b"\t" if b" " in name else name
