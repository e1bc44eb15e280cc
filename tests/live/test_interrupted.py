"""Whoever stops a command that reads orgs finds what was there before, and nothing beside it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest

from tests.live.acme import Acme, contents
from tests.live.org_faults import hung
from tests.live.org_server import Fault

pytestmark = pytest.mark.skipif(os.name != "posix", reason="the system has other signals")
MIDDLES = (r"/v2/team$", r"/desktop-layout/[^/]+$", r"^/services/Soap/")
Stopped = Callable[[str, signal.Signals, str], subprocess.CompletedProcess[bytes]]


@pytest.fixture
def stopped(acme: Acme, tmp_path: Path) -> Stopped:
    """Run a command, and send it a signal while a service keeps it waiting."""

    def run(command: str, number: signal.Signals, where: str) -> subprocess.CompletedProcess[bytes]:
        reached, wait = Event(), hung(acme.released)

        def keep_waiting(request):
            reached.set()
            return wait(request)

        acme.server.faults = [Fault(where, keep_waiting)]
        (tmp_path / "temporary").mkdir(exist_ok=True)
        process = subprocess.Popen(
            [sys.executable, "-m", "wxcc_lint", command, "prod"],
            cwd=acme.project,
            env={**os.environ, **acme.environ, "TMPDIR": str(tmp_path / "temporary")},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        assert reached.wait(60)
        process.send_signal(number)
        out, err = process.communicate(timeout=60)
        return subprocess.CompletedProcess(command, process.returncode, out, err)

    return run


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("where", MIDDLES)
def test_a_pull_that_is_stopped_leaves_the_old_snapshot_and_nothing_else(
    acme: Acme, stopped: Stopped, number: signal.Signals, code: int, where: str
) -> None:
    acme.pull()
    before = contents(acme.project)
    acme.org.save("desktop-layout", "Acme Service Desk", description="edited meanwhile")
    done = stopped("pull", number, where)
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
    assert contents(acme.project) == before
    assert [one.name for one in acme.snapshot.parent.iterdir()] == ["prod"]


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
@pytest.mark.parametrize("command", ["drift", "audit"])
def test_a_command_that_is_stopped_leaves_nothing(
    acme: Acme, stopped: Stopped, tmp_path: Path, command: str, number: signal.Signals, code: int
) -> None:
    before = contents(acme.project)
    done = stopped(command, number, r"^/services/Soap/")
    assert (done.returncode, done.stdout, done.stderr) == (code, b"", b"")
    assert contents(acme.project) == before
    assert list((tmp_path / "temporary").iterdir()) == []


def test_what_a_killed_pull_leaves_is_cleaned_by_the_next_one(acme: Acme, stopped: Stopped) -> None:
    acme.pull()
    before = acme.files()
    acme.server.log.clear()
    assert stopped("pull", signal.SIGKILL, r"^/services/Soap/").returncode == -signal.SIGKILL
    assert acme.files() == before
    assert [one.name for one in acme.snapshot.parent.iterdir()] != ["prod"]  # there is something to clean
    acme.server.faults = []
    assert acme.run("pull", "prod").returncode == 0
    assert [one.name for one in acme.snapshot.parent.iterdir()] == ["prod"]
