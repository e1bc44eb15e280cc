"""Share work out to several processes. Where the system cannot fork, as on Windows, it is done in this one."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from multiprocessing.connection import Connection
    from multiprocessing.process import BaseProcess

T = TypeVar("T")
_STOPPING = (signal.SIGINT, signal.SIGTERM)
_MANY = 200
"""Files from which a second process is worth its start."""
_BATCH = 16
"""How many results go through a pipe together."""


def shared_out(sizes: Mapping[int, int], jobs: int, do: Callable[[int], T]) -> Iterator[tuple[int, T]]:
    """Yield what `do` makes of each number, in no particular order; `sizes` tell how much work each is.

    `do` and what it knows are there in each process as they are now; what it returns must be picklable. Each process has
    its share from the start: then none waits for more from a parent that may have been killed.
    """
    if jobs < 2 or not hasattr(os, "fork"):  # noqa: PLR2004 — two is several
        yield from ((number, do(number)) for number in sizes)
        return
    owed = set(sizes)
    for number, made in _from_processes([share for share in shares(sizes, jobs) if share], do):
        owed.discard(number)
        yield number, made
    yield from ((number, do(number)) for number in sorted(owed))  # there was no process for it, or it was killed


def shares(sizes: Mapping[int, int], count: int) -> list[list[int]]:
    """Split numbers into parts of about the same size, each in ascending order."""
    parts: list[list[int]] = [[] for _ in range(count)]
    loads = [0] * count
    for number in sorted(sizes, key=lambda one: -sizes[one]):
        least = loads.index(min(loads))
        parts[least].append(number)
        loads[least] += sizes[number] + 1
    return [sorted(part) for part in parts]


def _from_processes(parts: Sequence[Sequence[int]], do: Callable[[int], Any]) -> Iterator[tuple[int, Any]]:
    from multiprocessing import get_context
    from multiprocessing.connection import Connection, wait

    fork = get_context("fork")
    processes: list[BaseProcess] = []
    readers: list[Connection] = []
    try:
        with suppress(OSError):  # the system lets us have no more of them
            for part in parts:
                reader, writer = fork.Pipe(duplex=False)
                readers.append(reader)
                process = fork.Process(target=_work, args=(part, do, writer, [*readers]), daemon=True)
                with writer, _undisturbed():  # the only writer left is the process's: when that ends, so does the pipe
                    process.start()
                    processes.append(process)
        waiting = {*readers}
        while waiting:
            for ready in wait(list(waiting)):
                assert isinstance(ready, Connection)
                try:
                    batch = ready.recv()
                except (EOFError, OSError):  # it was done, or killed between two batches or within one
                    waiting.discard(ready)
                else:
                    yield from batch
    finally:
        for one in processes:
            one.terminate()
            one.join()
        for reader in readers:
            reader.close()


@contextmanager
def _undisturbed() -> Iterator[None]:
    """Let requests to end wait: what this process does about them is not for one that is just being made of it."""
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, _STOPPING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, mask)


def _work(part: Sequence[int], do: Callable[[int], Any], writer: Connection, not_ours: Sequence[Connection]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent is told as well, and ends this process
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, _STOPPING)
    for reader in not_ours:
        reader.close()  # so that writing fails when the parent is gone
    with suppress(BrokenPipeError):
        for start in range(0, len(part), _BATCH):
            writer.send([(number, do(number)) for number in part[start : start + _BATCH]])
    writer.close()


def worth_starting(asked_for: int | None, files: int) -> int:
    """Return how many processes to start for some files: as many as were asked for, else one a core if files are many."""
    return asked_for or (usable_cores() if files >= _MANY else 1)


def usable_cores() -> int:
    """Return how many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
