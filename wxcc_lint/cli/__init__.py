"""The command line: one file a command, and the one place that turns failures into sentences and exit codes."""

from __future__ import annotations

import gc
import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from types import FrameType

_SELDOM = 100_000
"""Objects until Python looks for garbage again. Its own 700 are passed again and again while modules are loaded, and all these objects stay."""
_WRONG_USAGE = 2
_STOPPING = (signal.SIGINT, signal.SIGTERM)
_MOMENT = 0.005
"""Seconds until a request to end that Python dropped is made again: long enough to be out of where it was dropped."""


class _Stopped(BaseException):
    """Somebody wants the program to end. It is no SystemExit: a rule's file may raise that, and then the rule is at fault."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


def main() -> NoReturn:
    """Run the command line and exit. Whoever stops it finds nothing left half-done, and is told nothing."""
    gc.set_threshold(_SELDOM)
    try:
        _when_stopped(_stop)
        sys.unraisablehook = _ask_again
        _open_closed_streams()
        code = _run()
        _when_stopped(signal.SIG_DFL)  # all is done, and Python would complain of what is raised on its way out
    except _Stopped as stopped:
        code = 128 + stopped.number
    gc.freeze()  # or Python looks through all that there is once more, to free what the system takes back anyway
    sys.exit(code)


def _when_stopped(what: Callable[[int, FrameType | None], object] | signal.Handlers) -> None:
    """Set what a request to end does, where it is not ignored, as it is in a shell's background."""
    for number in _STOPPING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, what)


def _stop(number: int, _: FrameType | None) -> NoReturn:
    """Go through the program like any failure, so that it cleans up."""
    raise _Stopped(number)


def _ask_again(dropped: sys.UnraisableHookArgs) -> None:
    """Python drops what is raised while it frees an object, and a request to end may come at that moment."""
    if not isinstance(dropped.exc_value, _Stopped):
        sys.__unraisablehook__(dropped)
        return
    from threading import Timer  # one run in thousands needs it

    Timer(_MOMENT, os.kill, [os.getpid(), dropped.exc_value.number]).start()


def _run() -> int:
    from wxcc_lint.cli.app import app
    from wxcc_lint.cli.errors import TyperUsageError, WrongUsageError, give_up, give_up_usage

    try:
        return int(app(prog_name="wxcc-lint", standalone_mode=False) or 0)
    except TyperUsageError as error:
        give_up_usage(error)
    except WrongUsageError as failure:
        give_up(failure)
    except Exception as error:
        from wxcc_lint.rules import RuleFileError  # short answers do without rules

        if not isinstance(error, RuleFileError):
            raise
        give_up(WrongUsageError(str(error)))
    return _WRONG_USAGE


def _open_closed_streams() -> None:
    """Stand something in for streams that the caller closed: Python has None there, which nobody expects."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open(mode, encoding="utf-8"))  # noqa: SIM115 — open until the end
