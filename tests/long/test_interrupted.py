"""Every command that writes, interrupted at many moments by chance; a seed brings each of them back."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from random import Random
from typing import get_args

import pytest

from tests.cli.interrupted import ROWS, Row, Trial, bench
from tests.interrupting import SIGNALS, Since, started

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name != "posix", reason="the system has other signals"),
]
MOMENTS = 12
"""For each row, each signal, from the start and from the first write."""


@pytest.fixture(scope="module")
def trial_of(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[Row, Since], Trial]]:
    with started() as runs:
        yield bench(tmp_path_factory.mktemp("interrupted"), runs)


@pytest.mark.parametrize("since", get_args(Since))
@pytest.mark.parametrize("number", range(len(ROWS)), ids=lambda number: f"{number}-{ROWS[number].command}")
def test_an_interrupted_command_leaves_each_file_old_or_new(
    trial_of: Callable[[Row, Since], Trial], number: int, since: Since
):
    trial = trial_of(ROWS[number], since)
    for kind in SIGNALS:
        for seed in range(MOMENTS):
            trial.interrupt(kind, Random(f"{number} {since} {kind} {seed}"))
