"""How failures reach the person at the keyboard: one sentence each, on stderr."""

from __future__ import annotations

import sys

from wxcc_lint.config import ConfigError
from wxcc_lint.reporters.hostile import printable


class WrongUsageError(Exception):
    """A wrong option, config or rule file: exit code 2."""

    def __init__(self, *sentences: str) -> None:
        super().__init__(*sentences)
        self.sentences = sentences


def complain(sentence: str) -> None:
    """Print an error sentence to stderr."""
    print(f"error: {printable(sentence)}", file=sys.stderr)


def note(sentence: str) -> None:
    """Print a hint to stderr."""
    print(f"note: {printable(sentence)}", file=sys.stderr)


def config_failure(error: ConfigError) -> WrongUsageError:
    """Return the failure that tells all problems of a config file."""
    return WrongUsageError(
        *(
            f"{error.path}:{one.line}:{one.column}: {one.message}" + (f" ({one.help})" if one.help else "")
            for one in error.problems
        )
    )
