"""Write reports where they are asked for."""

from __future__ import annotations

import errno
import os
import shutil
import sys
from collections.abc import Callable, Collection
from pathlib import Path
from typing import TextIO

from msgspec import Struct

from wxcc_lint.cli.errors import WrongUsageError
from wxcc_lint.files import replace_file
from wxcc_lint.report import Report
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.suggest import did_you_mean

_PIPE_WIDTH = 120
_NO_READER = {errno.EPIPE, errno.EINVAL}
"""What writing to a pipe that nobody reads any more gives; on Windows it is the second."""


class Target(Struct, frozen=True):
    """A format and where it goes: a file, or stdout when `file` is None, as for `-f json` and `-f json=-`."""

    format: str
    file: Path | None


def targets(formats: list[str], known: Collection[str] = REPORTERS) -> list[Target]:
    """Parse `FORMAT[=FILE]` values; without any, the full report goes to stdout."""
    result = [_target(text, known) for text in formats] or [Target("full", None)]
    if sum(one.file is None for one in result) > 1:
        raise WrongUsageError("only one report can go to standard output; give the others a file: -f json=report.json")
    files = [one.file for one in result if one.file is not None]
    if twice := next((file for file in files if files.count(file) > 1), None):
        raise WrongUsageError(f"only one report can go to the file '{twice}'")
    return result


def _target(text: str, known: Collection[str]) -> Target:
    name, equals, file = text.partition("=")
    if name not in known:
        there_are = f"there are {', '.join(known)}"
        raise WrongUsageError(f"there is no format '{name}'{did_you_mean(name, known)} ({there_are})")
    if equals and not file:
        raise WrongUsageError(f"'{text}': a file name is missing behind '='")
    return Target(name, None if file in {"", "-"} else Path(file))


def write(report: Report, wanted: list[Target]) -> None:
    """Render the report in every wanted format."""
    write_each(wanted, lambda name, color, width: REPORTERS[name](report, color=color, width=width))


def write_each(wanted: list[Target], render: Callable[[str, bool, int], str]) -> None:
    """Write what `render` makes of each wanted format, given whether colours are asked for and the room in cells."""
    for target in wanted:
        if target.file is None:
            put(render(target.format, wants_color(sys.stdout), _width(sys.stdout)))
        else:
            write_file(target.file, render(target.format, False, _PIPE_WIDTH))
    if any(target.format == "github" for target in wanted):
        from wxcc_lint.cli.job_summary import append_summary

        append_summary(render("markdown", False, _PIPE_WIDTH))


def put(text: str) -> None:
    """Print to standard output, in characters it can take. A reader who has seen enough (`| head`) is no failure."""
    try:
        sys.stdout.write(_encodable(text, sys.stdout))
        sys.stdout.flush()
    except OSError as error:
        # Python flushes once more when it exits, and would complain.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno not in _NO_READER:
            raise _unwritable("standard output", error) from error


def write_file(file: Path, text: str) -> None:
    """Write a file whole or not at all: beside it first, then in its place. A device or pipe is written to as it is."""
    try:
        replace_file(file, text.encode("utf-8"))
    except OSError as error:
        raise _unwritable(str(file), error) from error


def _unwritable(where: str, error: OSError) -> WrongUsageError:
    return WrongUsageError(f"{where}: cannot write the report: {(error.strerror or str(error)).lower()}")


def wants_color(stream: TextIO) -> bool:
    """Colours on a terminal; NO_COLOR forbids, FORCE_COLOR demands them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int:
    return shutil.get_terminal_size().columns if stream.isatty() else _PIPE_WIDTH


def _encodable(text: str, stream: TextIO) -> str:
    """Return the text in characters the stream can take: a Windows console or LC_ALL=C knows no '…'."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
