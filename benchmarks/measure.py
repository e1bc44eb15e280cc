"""Run commands in turn, and tell in a table what each took and how the first compares with it."""
# ruff: noqa: INP001 — belongs to a script

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

_HEAD = (
    "| | time, s | CPU, s | files/s | peak, MB | time of the first to this, a file | CPU of the first to this, a file |"
)

_SURROUNDINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Everybody may keep what was compiled, as on most machines."""


@dataclass(frozen=True, slots=True)
class Contender:
    """A command, and how many files it reads. One that `tells` prints how long its work alone took, by the clock and of the processor."""

    name: str
    command: Sequence[str]
    folder: Path
    files: int = 1
    codes: tuple[int, ...] = (0,)
    tells: bool = False
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Run:
    """What one run took: seconds by the clock and of the processor, megabytes at the peak."""

    time: float
    cpu: float
    peak: float


def table(contenders: Sequence[Contender], rounds: int) -> Iterable[str]:
    """Run everybody once unmeasured, then in turn, once a round; return the lines of a table.

    A ratio is of the first contender to the others, within each round and for each file.
    """
    for one in contenders:
        _run(one)
    runs: dict[str, list[Run]] = {one.name: [] for one in contenders}
    for _ in range(rounds):
        for one in contenders:
            runs[one.name].append(_run(one))
    first = contenders[0]
    yield _HEAD
    yield "|---|" + "--:|" * (_HEAD.count("|") - 2)
    for one in contenders:
        pairs = list(zip(runs[first.name], runs[one.name], strict=True))
        each = one.files / first.files
        mine = runs[one.name]
        cells = [
            _spread([it.time for it in mine]),
            _spread([it.cpu for it in mine]),
            _short(one.files / median(it.time for it in mine)),
            _short(median(it.peak for it in mine)),
            _spread([ours.time / theirs.time * each for ours, theirs in pairs]),
            _spread([ours.cpu / theirs.cpu * each for ours, theirs in pairs]),
        ]
        yield f"| {one.name} | {' | '.join(cells if one is not first else [*cells[:4], '', ''])} |"


def _run(one: Contender) -> Run:
    """Run a contender, with what it starts itself, to its end."""
    with tempfile.TemporaryFile() as said:
        start = perf_counter()
        process = subprocess.Popen(  # noqa: S603 — ours and the peers
            one.command, cwd=one.folder, stdout=said, stderr=subprocess.STDOUT, env={**_SURROUNDINGS, **one.environment}
        )
        _, status, usage = os.wait4(process.pid, 0)
        time = perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        said.seek(0)
        text = said.read().decode("utf-8", "replace")
    if process.returncode not in one.codes:
        sys.exit(f"{one.name} ended with {process.returncode}:\n{text[-2000:]}")
    peak = usage.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    if one.tells:
        told, cpu = map(float, text.split())
        return Run(told, cpu, peak)
    return Run(time, usage.ru_utime + usage.ru_stime, peak)


def _spread(values: Sequence[float]) -> str:
    """Return the median and, in brackets, the quartiles."""
    low, middle, high = quantiles(values, n=4, method="inclusive") if len(values) > 1 else [values[0]] * 3
    return f"{_short(middle)} ({_short(low)} to {_short(high)})"


def _short(value: float) -> str:
    """Return a figure with three digits that count."""
    return f"{value:.3g}" if value < 1000 else f"{value:.0f}"  # noqa: PLR2004 — from here on there would be exponents
