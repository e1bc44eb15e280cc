"""The command line: one file a command, and the one place that turns failures into sentences and exit codes."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import NoReturn

from wxcc_lint.cli.app import app
from wxcc_lint.cli.errors import TyperUsageError, WrongUsageError, complain, complain_of_usage

_WRONG_USAGE = 2
_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and exit."""
    from wxcc_lint.rules import RuleFileError

    _open_closed_streams()
    code = _WRONG_USAGE
    try:
        code = app(prog_name="wxcc-lint", standalone_mode=False)
    except TyperUsageError as error:
        complain_of_usage(error)
    except WrongUsageError as failure:
        for sentence in failure.sentences:
            complain(sentence)
    except RuleFileError as error:
        complain(str(error))
    except KeyboardInterrupt:
        code = _INTERRUPTED
    sys.exit(code)


def _open_closed_streams() -> None:
    """Stand something in for streams that the caller closed: Python has None there, which nobody expects."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 — open until the end
