"""Whoever interrupts the program while it writes finds each file old or new, and nothing that a later run trips over."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from tests.cli.conftest import Lint
from tests.cli.interrupted import ROWS, Row, Trial, bench
from tests.cli.writers import commands, writers_of
from tests.interrupting import SIGNALS, Runs, Since

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the system has other signals")
OWN = {"kept"}
"""What the program keeps for itself, beside its modules, with every command."""
WITH_AN_ORG = {"pull": {"sources.live.masking", "sources.live.snapshot_draft", "sources.live.snapshot_files"}}
"""What reads an org, and where it writes: tests/live/test_interrupted.py stops it."""


@pytest.fixture(scope="module")
def trial_of(tmp_path_factory: pytest.TempPathFactory, runs: Runs) -> Callable[[Row, Since], Trial]:
    return bench(tmp_path_factory.mktemp("interrupted"), runs)


def test_every_command_that_writes_and_every_place_that_does_is_interrupted():
    writers = {command: {one.rpartition(".")[0] for one in writers_of(node)} - OWN for command, node in commands()}
    tried = [(row.command, writer) for row in ROWS for writer in row.writers]
    tried += [(command, writer) for command, writers in WITH_AN_ORG.items() for writer in writers]
    assert {command for command, found in writers.items() if found} == {command for command, _ in tried}
    assert set().union(*writers.values()) == {writer for _, writer in tried}
    assert [(command, writer) for command, writer in tried if writer not in writers[command]] == []


@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda number: f"{number}-{ROWS[number].command}")
def test_an_interrupted_command_leaves_each_file_old_or_new(trial_of: Callable[[Row, Since], Trial], number: int):
    signals = [*SIGNALS]
    trial_of(ROWS[number], "the first write").interrupt(signals[number % len(signals)], Random(number))


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize(
    "dropping",
    [
        "try:\n    stop()\nexcept Exception:\n    pass\n",
        "try:\n    stop()\nexcept SystemExit:\n    pass\n",
        "class Freed:\n    def __del__(self):\n        stop()\n\nFreed()\ntime.sleep(60)\n",
    ],
    ids=["caught", "caught as an exit", "dropped by Python itself"],
)
def test_what_a_rule_drops_keeps_nobody_from_stopping(
    lint: Lint, bad: Path, python_rule: Path, dropping: str, number: signal.Signals
):
    rule = python_rule / "unwanted-name.py"
    stop = f"import os, time\ndef stop():\n    os.kill(os.getpid(), {int(number)})\n\n{dropping}"
    text = rule.read_text()
    rule.write_text(text.replace("from wxcc_lint.api", f"{stop}from wxcc_lint.api", 1))
    assert rule.read_text() != text
    done = lint("check", bad, "--rule-dir", python_rule)
    assert (done.code, done.out, done.err) == (128 + number, "", "")
