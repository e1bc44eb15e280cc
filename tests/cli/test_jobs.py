"""`-j`: the same report from any number of processes."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import Lint

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus"


@pytest.mark.parametrize("folder", [ROOT / "fixtures", CORPUS], ids=["fixtures", "corpus"])
def test_any_number_of_processes_finds_the_same(lint: Lint, folder: Path) -> None:
    if not folder.is_dir():
        pytest.skip("there is no corpus here")
    args: list[str | Path] = ["check", folder, "--no-config", "--profile", "pedantic", "-f", "json"]
    one, three = (lint(*args, "-j", str(count)) for count in (1, 3))
    assert one.out == three.out
    assert one.err == three.err
    assert one.code == three.code
    assert json.loads(one.out)["findings"]


def test_files_of_an_environment_are_compared_among_many_others(project: Path, lint: Lint, bad: Path) -> None:
    others = project / "others"
    others.mkdir()
    for number in range(20):
        (others / f"{number}.xml").write_bytes(bad.read_bytes())
    (project / ".wxcc-lint.yaml").write_text(f"environments: {{prod: {{files: [{bad.name}], region: us1}}}}\n")
    one, two = (lint("check", ".", "-f", "json", "-j", count) for count in ("1", "2"))
    assert one.out == two.out
    assert {found["environment"] for found in json.loads(one.out)["findings"]} == {"prod", None}


def test_ignores_and_unreadable_files_are_told_from_processes(project: Path, lint: Lint, bad: Path) -> None:
    text = bad.read_text()
    (project / "ignored.xml").write_text(text.replace("<callCenter>", "<callCenter><!-- wxcc-lint: ignore[nope] x -->"))
    (project / "broken.json").write_text('{"area": {"panel": ')
    one, two = (lint("check", ".", "-f", "json", "-j", count) for count in ("1", "2"))
    assert (one.out, one.err) == (two.out, two.err)
    assert {"meta/malformed-ignore", "meta/syntax"} <= {found["rule"] for found in json.loads(one.out)["findings"]}


ON_A_TERMINAL = """
import os, sys, threading
os.register_at_fork(before=lambda: os.write(1, b"%d " % threading.active_count()))
sys.stderr.isatty = lambda: True
from wxcc_lint.cli import main
main()
"""


def test_on_a_terminal_processes_are_forked_before_the_progress_bar_has_threads(
    project: Path, good: Path, scrubbed: dict[str, str]
) -> None:
    for copy in range(200):
        (project / f"{copy}.xml").write_bytes(good.read_bytes())
    (project / "stranger.xml").write_text("<rows/>")
    command = [sys.executable, "-c", ON_A_TERMINAL, "check", ".", "-j", "2", "-f", "concise=report.txt"]
    done = subprocess.run(command, cwd=project, env=scrubbed, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout == "1 1 "
    assert "Checking" in done.stderr


@pytest.mark.parametrize(
    ("count", "sentence"),
    [("0", "0 is less than 1"), ("-1", "-1 is less than 1"), ("two", "'two' is no whole number")],
)
def test_a_number_of_processes_is_at_least_one(lint: Lint, bad: Path, count: str, sentence: str) -> None:
    done = lint("check", bad, "-j", count)
    assert done.code == 2
    assert done.err.endswith(f"{sentence} (see wxcc-lint check --help)\n")


@pytest.mark.skipif(not Path("/proc/self/task").is_dir(), reason="tells the children of a process by /proc")
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_who_stops_a_check_stops_all_its_processes(
    project: Path, good: Path, program: tuple[str, ...], scrubbed: dict[str, str], number: signal.Signals
) -> None:
    for copy in range(800):
        (project / f"{copy}.xml").write_bytes(good.read_bytes())
    with subprocess.Popen(
        [*program, "check", ".", "-j", "2"], cwd=project, env=scrubbed, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as run:
        children: list[int] = []
        while len(children) < 2:
            assert run.poll() is None
            children = [int(child) for child in Path(f"/proc/{run.pid}/task/{run.pid}/children").read_text().split()]
        run.send_signal(number)
        assert run.communicate(timeout=60) == (b"", b"")
    assert run.returncode == (-number if number == signal.SIGKILL else 128 + number)
    for _ in range(2000):
        if not any(Path(f"/proc/{child}").exists() for child in children):
            return
        time.sleep(0.01)
    pytest.fail("a process is still there")
