"""Write reports where they are asked for."""

from __future__ import annotations

import os
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from wxcc_lint.cli.errors import WrongUsageError
from wxcc_lint.report import Report
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.suggest import did_you_mean

_PIPE_WIDTH = 120


@dataclass(frozen=True)
class Target:
    """A format and where it goes: a file, or stdout when `file` is None."""

    format: str
    file: Path | None


def targets(formats: list[str]) -> list[Target]:
    """Parse `FORMAT[=FILE]` values; without any, the full report goes to stdout."""
    result = [_target(text) for text in formats] or [Target("full", None)]
    if sum(one.file is None for one in result) > 1:
        raise WrongUsageError("only one report can go to standard output; give the others a file: -f json=report.json")
    return result


def _target(text: str) -> Target:
    name, equals, file = text.partition("=")
    if name not in REPORTERS:
        known = f"there are {', '.join(REPORTERS)}"
        raise WrongUsageError(f"there is no format '{name}'{did_you_mean(name, REPORTERS)} ({known})")
    if equals and not file:
        raise WrongUsageError(f"'{text}': a file name is missing behind '='")
    return Target(name, Path(file) if file else None)


def write(report: Report, wanted: list[Target]) -> None:
    """Render the report in every wanted format."""
    for target in wanted:
        render = REPORTERS[target.format]
        if target.file is None:
            text = render(report, color=wants_color(sys.stdout), width=_width(sys.stdout))
            sys.stdout.write(encodable(text, sys.stdout))
            sys.stdout.flush()
        else:
            write_file(target.file, render(report, color=False, width=_PIPE_WIDTH))


def write_file(file: Path, text: str) -> None:
    """Write a file whole or not at all: beside it first, then in its place."""
    import tempfile

    try:
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", newline="", dir=file.parent, delete=False) as draft:
            draft.write(text)
        shutil.copymode(file, draft.name) if file.exists() else Path(draft.name).chmod(0o644)
        Path(draft.name).replace(file)
    except OSError as error:
        raise WrongUsageError(f"{file}: cannot write the report: {(error.strerror or str(error)).lower()}") from error


def wants_color(stream: TextIO) -> bool:
    """Colours on a terminal; NO_COLOR forbids, FORCE_COLOR demands them."""
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return True
    return stream.isatty() and os.environ.get("TERM") != "dumb"


def _width(stream: TextIO) -> int:
    return shutil.get_terminal_size().columns if stream.isatty() else _PIPE_WIDTH


def encodable(text: str, stream: TextIO) -> str:
    """Return the text in characters the stream can take: a Windows console or LC_ALL=C knows no '…'."""
    encoding = stream.encoding or "utf-8"
    return text.encode(encoding, "backslashreplace").decode(encoding)
