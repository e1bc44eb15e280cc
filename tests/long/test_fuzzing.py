"""Every fuzz target holds under atheris, which looks for inputs that lead further, for a bounded number of them."""

from __future__ import annotations

import os
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from tests.fuzz.inputs import ROOT, TARGETS

RUNS = {
    "allowlist": 1_500,
    "callcenter": 10_000,
    "config": 2_500,
    "json_text": 15_000,
    "normalisation": 700,
    "paths": 60_000,
}
OF_OTHERS = 5_000

pytestmark = [
    pytest.mark.long,
    pytest.mark.timeout(600),
    pytest.mark.skipif(find_spec("atheris") is None, reason="atheris is not installed; it has wheels for few systems"),
]


@pytest.mark.parametrize("name", TARGETS)
def test_a_target_holds_under_atheris(name: str, tmp_path: Path) -> None:
    runs = RUNS.get(name, OF_OTHERS)
    seed = "1" if "CI" in os.environ else "0"  # whether a change lands is no matter of luck
    command = [sys.executable, "-m", "tests.fuzz.run", name, "--runs", str(runs), "--seed", seed, "--folder", tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout == f"{name}: {runs} inputs\n"
