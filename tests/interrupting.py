"""Run wxcc-lint, and interrupt it at a moment that is counted and not timed.

Moments are calls, from the start or from the first file opened for writing on. The commands run in forks of one process that has
everything loaded, so that a run takes a tenth of a second and each of its moments can be tried.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Literal

ROOT = Path(__file__).resolve().parents[1]
WARM = (("check", "fixtures/projects/demo"), ("diff", "fixtures/diff/before", "fixtures/diff/after"))
"""What the first process runs, so that no other has to load it."""
Since = Literal["the start", "the first write"]
SIGNALS = {signal.SIGINT: {130, -signal.SIGINT}, signal.SIGTERM: {143, -signal.SIGTERM}, signal.SIGKILL: {-9}}
"""The codes to end with; when all is done, nothing is in the signal's way any more."""


@dataclass(frozen=True)
class Ended:
    """What came of a run; `moments` is how many there were, or None where it did not come to its end."""

    code: int
    out: str
    err: str
    moments: int | None


class Runs:
    """Starts runs in a process of its own."""

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def __call__(
        self,
        words: Sequence[str],
        folder: Path,
        environ: Mapping[str, str],
        number: int = 0,
        moment: int | None = None,
        since: Since = "the first write",
    ) -> Ended:
        """Run a command in a folder, with a signal at a moment."""
        where = {"words": words, "folder": str(folder), "environ": dict(environ)}
        asked = {**where, "number": number, "moment": moment, "since": since}
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(asked), file=self._process.stdin, flush=True)
        return Ended(**json.loads(self._process.stdout.readline()))


@contextmanager
def started() -> Iterator[Runs]:
    """Start the process that forks."""
    pipe = subprocess.PIPE
    with subprocess.Popen([sys.executable, __file__], cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as process:
        yield Runs(process)


def _serve() -> None:
    """Answer each line of standard input with one of standard output."""
    answers = os.fdopen(os.dup(1), "w")
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    for words in WARM:
        _main(words)
    for line in sys.stdin:
        print(json.dumps(_forked(json.loads(line))), file=answers, flush=True)


def _main(words: Sequence[str]) -> int:
    from wxcc_lint.cli import main

    sys.argv = ["wxcc-lint", *words]
    try:
        main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else 0


def _forked(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Run a command in a fork, and return what came of it."""
    opened = [tempfile.TemporaryFile() for _ in range(3)]  # noqa: SIM115 — until the end
    files = [file.fileno() for file in opened]
    child = os.fork()
    if child == 0:
        code = 70
        try:
            code = _run(asked, files)
        finally:
            os._exit(code)
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    out, err, moments = map(_content, opened)
    return {"code": code, "out": out, "err": err, "moments": int(moments) if moments else None}


def _run(asked: Mapping[str, Any], files: Sequence[int]) -> int:
    os.dup2(files[0], 1)
    os.dup2(files[1], 2)
    os.chdir(asked["folder"])
    os.environ.clear()
    os.environ.update(asked["environ"])
    tempfile.tempdir = None
    moments, is_counting = 0, False

    def count(_frame: object, event: str, _of: object) -> None:
        nonlocal moments
        if event == "return":
            return  # also of a generator that yields: no real signal is handled there, and what is raised kills it outright
        if signal.getsignal(signal.SIGTERM) == signal.SIG_DFL:
            return  # it has not begun, or has ended
        moments += 1
        if moments == asked["moment"]:
            sys.setprofile(None)
            os.kill(os.getpid(), asked["number"])

    def wait(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal is_counting
        is_write = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        if not is_counting and (is_write or asked["since"] == "the start"):
            is_counting = True
            sys.setprofile(count)

    sys.addaudithook(wait)
    code = 70
    try:
        code = _main(asked["words"])
    except BaseException:  # noqa: BLE001 — as Python itself would
        traceback.print_exc()
    for thread in threading.enumerate():
        if thread is not threading.main_thread() and not thread.daemon:
            thread.join()  # as Python itself does at its end
    with suppress(Exception):
        sys.setprofile(None)
        sys.stdout.flush()
        sys.stderr.flush()
        os.write(files[2], str(moments).encode())
    return code


def _content(file: IO[bytes]) -> str:
    with file:
        file.seek(0)
        return file.read().decode("utf-8", "backslashreplace")


if __name__ == "__main__":
    _serve()
