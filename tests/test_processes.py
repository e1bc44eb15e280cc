"""Work shared out to processes: all of it comes back, whatever becomes of them, and none outlives its parent."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, strategies as st

from wxcc_lint.processes import shares, usable_cores

IN_PROCESSES = """
import json, os, signal, sys
from wxcc_lint.processes import shared_out
PARENT = os.getpid()
{before}
def do(number):
    if os.getpid() != PARENT:
        {in_child}
    return [number * number, os.getpid() == PARENT]
print(json.dumps(sorted(shared_out(dict.fromkeys(range({count}), 1), {jobs}, do))))
"""


def made(count: int, jobs: int, in_child: str = "pass", before: str = "") -> list[tuple[int, list[int]]]:
    """Return what is made of some numbers: their square, and whether the parent made it."""
    code = IN_PROCESSES.format(count=count, jobs=jobs, in_child=in_child, before=before)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    return [(number, said) for number, said in json.loads(done.stdout)]


@pytest.mark.parametrize(("count", "jobs"), [(0, 2), (1, 2), (40, 2), (100, 3), (2, 8)])
def test_all_comes_back_from_processes(count: int, jobs: int) -> None:
    assert made(count, jobs) == [(number, [number * number, False]) for number in range(count)]


def test_one_job_is_done_here() -> None:
    assert made(3, 1) == [(number, [number * number, True]) for number in range(3)]


def test_what_a_killed_process_owed_is_done_here() -> None:
    killed = made(40, 2, "if number == 21: os.kill(os.getpid(), signal.SIGKILL)")
    assert [square for _, (square, _) in killed] == [number * number for number in range(40)]
    assert 21 in {number for number, (_, here) in killed if here}
    assert {number for number, (_, here) in killed if not here} >= {*range(0, 40, 2)}


STOPPED_AT_ITS_START = """
from wxcc_lint import processes
work = processes._work
def stopped(*arguments):
    os.kill(os.getpid(), signal.SIGTERM)
    work(*arguments)
def raising(*_):
    raise KeyError("the parent's own way to end")
signal.signal(signal.SIGTERM, raising)
processes._work = stopped
"""


def test_a_process_that_is_stopped_at_its_start_ends_without_a_word() -> None:
    code = IN_PROCESSES.format(count=4, jobs=2, in_child="pass", before=STOPPED_AT_ITS_START)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert (json.loads(done.stdout), done.stderr) == ([[number, [number * number, True]] for number in range(4)], "")


KILLED_WITHIN_A_BATCH = """
from multiprocessing.connection import Connection
def half(writer, data):
    os.write(writer.fileno(), data[:len(data) // 2])
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_what_a_process_owed_that_was_killed_while_it_wrote_is_done_here() -> None:
    killed = made(40, 2, "if number == 35: Connection._send = half", KILLED_WITHIN_A_BATCH)
    assert killed == [(number, [number * number, number in {33, 35, 37, 39}]) for number in range(40)]


NO_MORE_PROCESSES = """
from itertools import count
numbers, fork = count(), os.fork
def fork_some():
    if next(numbers) >= {allowed}:
        raise BlockingIOError(11, "Resource temporarily unavailable")
    return fork()
os.fork = fork_some
"""


@pytest.mark.parametrize(("allowed", "here"), [(0, range(40)), (1, range(1, 40, 2))])
def test_where_no_more_processes_may_be_had_what_is_left_is_done_here(allowed: int, here: range) -> None:
    results = made(40, 2, before=NO_MORE_PROCESSES.format(allowed=allowed))
    assert results == [(number, [number * number, number in here]) for number in range(40)]


def test_no_process_outlives_a_killed_parent(tmp_path: Path) -> None:
    code = IN_PROCESSES.format(
        count=40,
        jobs=2,
        in_child=f"open('{tmp_path}/' + str(os.getpid()), 'w').close(); import time; time.sleep(0.05)",
        before="",
    )
    with subprocess.Popen([sys.executable, "-c", code], stdout=subprocess.DEVNULL) as parent:
        while len(list(tmp_path.iterdir())) < 2:
            assert parent.poll() is None
            time.sleep(0.01)
        parent.send_signal(signal.SIGKILL)
    children = [int(path.name) for path in tmp_path.iterdir()]
    for _ in range(1000):
        if not any(map(is_alive, children)):
            return
        time.sleep(0.01)
    pytest.fail("a process is still there")


def is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()


@given(st.dictionaries(st.integers(0, 500), st.integers(0, 10**6)), st.integers(1, 9))
def test_shares_are_whole_and_even(sizes: Mapping[int, int], count: int) -> None:
    parts = shares(sizes, count)
    assert sorted(number for part in parts for number in part) == sorted(sizes)
    assert all(part == sorted(part) for part in parts)
    loads = [sum(sizes[number] + 1 for number in part) for part in parts]
    largest = max(sizes.values(), default=0) + 1
    assert max(loads) - min(loads) <= largest


def test_there_is_a_core() -> None:
    assert 1 <= usable_cores() <= (os.cpu_count() or 1)
