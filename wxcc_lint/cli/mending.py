"""What `check --fix` and `check --diff` do with files that change."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from difflib import unified_diff
from typing import TYPE_CHECKING

from wxcc_lint.cli.errors import WrongUsageError

if TYPE_CHECKING:
    from wxcc_lint.fix_run import Mended, MendedFile


def write_mended(files: Sequence[MendedFile], stdin_name: str | None) -> None:
    """Write each changed file in place of the old one; what came from standard input goes to standard output.

    Raises WrongUsageError for a file that cannot be written; those before it are written, the others are as they were.
    """
    from wxcc_lint.discover import reason
    from wxcc_lint.files import replace_file

    for file in files:
        if file.name == stdin_name:
            continue
        try:
            replace_file(file.path, file.after)
        except OSError as error:
            raise WrongUsageError(f"{file.name}: cannot be written, and is as it was: {reason(error)}") from error


def put_mended_input(mended: Mended, stdin_name: str, data: bytes) -> None:
    """Print standard input as it is after mending, byte for byte, also when nothing changed."""
    after = next((file.after for file in mended.files if file.name == stdin_name), data)
    sys.stdout.buffer.write(after)
    sys.stdout.buffer.flush()


def patch_of(files: Sequence[MendedFile]) -> str:
    """Return what changes as a unified diff that `git apply` and `patch -p1` take."""
    return "".join(line for file in sorted(files, key=lambda one: one.name) for line in _patch(file))


def _patch(file: MendedFile) -> Iterator[str]:
    before, after = (_lines(text) for text in file.texts)
    for line in unified_diff(before, after, f"a/{file.name}", f"b/{file.name}"):
        yield line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"


def _lines(text: str) -> list[str]:
    """Return the lines with what ends them; only a line feed ends one for the programs that read patches."""
    return [line for line in text.replace("\n", "\n\0").split("\0") if line]
