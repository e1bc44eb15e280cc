"""How failures reach the person at the keyboard: one sentence each, on stderr."""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

import typer

from wxcc_lint.reporters.hostile import printable

if TYPE_CHECKING:
    from wxcc_lint.config import ConfigError

TyperUsageError = cast("type[typer.BadParameter]", typer.BadParameter.__base__)
"""What typer raises for a command line it cannot read; it exports no name for it."""
_REWORDED = (
    (r"\. Did you mean ('[^']*')(?:, '[^']*')*", r"; did you mean \1"),  # the nearest comes first
    (r" \(Possible options: (.*)\)$", r"; did you mean \1?"),
    (r" is not in the range x>=(\d+)", r" is less than \1"),
    (r" is not a valid int(?:eger)?(?: range)?", " is no whole number"),
    (r"\.$", ""),
)
"""How typer puts things, and how they fit into one sentence."""
_TO_GITHUB = re.compile(r"^(-f\n?|--format[\n=])github$", re.MULTILINE)
"""Words of a command line, one a line, that ask for annotations on stdout: typer may have read none of them yet."""


class WrongUsageError(Exception):
    """A wrong option, config or rule file: exit code 2. `places` are path, line and column of sentences that begin with them."""

    def __init__(self, *sentences: str, places: Sequence[tuple[str, int, int]] = ()) -> None:
        super().__init__(*sentences)
        self.sentences = sentences
        self.places = places


def shown(path: Path) -> str:
    """Return a path as sentences have it: seen from the working directory."""
    from wxcc_lint.discover import display_name

    return display_name(path, Path.cwd())


def complain(sentence: str) -> None:
    """Print an error sentence to stderr."""
    print(f"error: {printable(sentence)}", file=sys.stderr)


def note(sentence: str) -> None:
    """Print a hint to stderr."""
    print(f"note: {printable(sentence)}", file=sys.stderr)


def give_up(failure: WrongUsageError) -> None:
    """Tell why nothing was done: on stderr, and to GitHub as well where the report would have been for it."""
    for sentence in failure.sentences:
        complain(sentence)
    if _TO_GITHUB.search("\n".join(sys.argv[1:])):
        from wxcc_lint.cli.job_summary import annotate

        annotate(failure)


def give_up_usage(error: typer.BadParameter) -> None:
    """Tell what typer says of a wrong command line in one sentence, and where to read on."""
    told = error.format_message()
    if "\n" in told:  # a command called with nothing at all answers with its help
        print(told, file=sys.stderr)
        return
    for theirs, ours in _REWORDED:
        told = re.sub(theirs, ours, told)
    command = error.ctx.command_path if error.ctx else "wxcc-lint"
    give_up(WrongUsageError(f"{told[:1].lower()}{told[1:]} (see {command} --help)"))


def config_failure(error: ConfigError) -> WrongUsageError:
    """Return the failure that tells all problems of a config file."""
    return WrongUsageError(
        *(
            f"{error.path}:{one.line}:{one.column}: {one.message}" + (f" ({one.help})" if one.help else "")
            for one in error.problems
        ),
        places=[(error.path, one.line, one.column) for one in error.problems],
    )
