"""The command line: one file a command, and the one place that turns failures into sentences and exit codes."""

from __future__ import annotations

import sys
from typing import NoReturn

from wxcc_lint.cli.app import app
from wxcc_lint.cli.errors import WrongUsageError, complain

_INTERRUPTED = 130


def main() -> NoReturn:
    """Run the command line and exit."""
    from wxcc_lint.rules import RuleFileError

    try:
        app(prog_name="wxcc-lint")
    except WrongUsageError as failure:
        for sentence in failure.sentences:
            complain(sentence)
        sys.exit(2)
    except RuleFileError as error:
        complain(str(error))
        sys.exit(2)
    except BrokenPipeError:
        # Whoever read our output has seen enough. Python would complain once more while closing stdout.
        sys.stderr.close()
        sys.exit(0)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    sys.exit(0)
