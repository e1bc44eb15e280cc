"""Every command that writes, interrupted at many moments by chance; a seed brings each of them back."""

from __future__ import annotations

import hashlib
import json
import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import get_args

import pytest

from tests.cli.interrupted import ROWS, Row, Trial, bench
from tests.interrupting import SIGNALS, Since, started
from tests.live.acme import Acme, contents, served
from wxcc_lint.sources.snapshot import snapshot_folder

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(900),
    pytest.mark.skipif(os.name != "posix", reason="the system has other signals"),
]
MOMENTS = 4
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


@pytest.mark.parametrize("since", get_args(Since))
def test_an_interrupted_pull_leaves_a_whole_snapshot_and_a_whole_key(tmp_path: Path, since: Since):
    with started() as runs, served(tmp_path) as acme:
        acme.environ.pop("WXCC_LINT_MASK_KEY")
        environ = {"PATH": os.environ["PATH"], **acme.environ}
        key = Path(environ["HOME"], ".local", "state", "wxcc-lint", "mask-key")
        for number in SIGNALS:
            for seed in range(MOMENTS):
                key.unlink(missing_ok=True)
                whole = runs(("pull", "prod"), acme.project, environ, since=since)
                assert (whole.code, whole.err, _left(acme)) == (0, "", {"prod"})
                assert whole.moments is not None
                if seed % 2:
                    key.unlink()
                acme.org.save("desktop-layout", "Acme Service Desk", description=f"edited {number} {seed}")
                moment = Random(f"pull {since} {number} {seed}").randint(1, whole.moments)
                done = runs(("pull", "prod"), acme.project, environ, number, moment, since)
                is_too_late = done.moments is not None and done.moments < moment
                assert (is_too_late or done.code in SIGNALS[number], done.err) == (True, ""), done
                _expect_whole(snapshot_folder(acme.snapshot))
                assert not key.exists() or len(bytes.fromhex(key.read_text())) == 32
                if number != signal.SIGKILL:
                    assert _left(acme) == {"prod"}
                    assert {one.name for one in key.parent.glob("*")} <= {key.name}


def _left(acme: Acme) -> set[str]:
    return {one.name for one in acme.snapshot.parent.glob("*")}


def _expect_whole(snapshot: Path) -> None:
    files = contents(snapshot)
    index = json.loads(files.pop("index.json"))
    json.loads(files.pop("snapshot.json"))
    digests = {name: hashlib.sha256(data).hexdigest()[:16] for name, data in files.items()}
    assert digests == {name: said["digest"] for name, said in index.items()}
