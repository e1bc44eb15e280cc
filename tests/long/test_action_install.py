"""The first step of the action for real: a new environment, and what pip makes of this repository in it."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from wxcc_lint import __version__

ROOT = Path(__file__).resolve().parents[2]
_OFFLINE = re.compile(r"Could not find a version|No matching distribution|ConnectionError|NewConnectionError|timed out")

pytestmark = pytest.mark.long


def test_it_installs_the_action_itself(tmp_path: Path) -> None:
    if shutil.which("bash") is None:
        pytest.skip("there is no bash, which runs the steps")
    install = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))["runs"]["steps"][0]
    script, output = tmp_path / "step.sh", tmp_path / "output"
    script.write_text(install["run"], encoding="utf-8")
    output.touch()
    github = {"RUNNER_TEMP": str(tmp_path), "GITHUB_OUTPUT": str(output), "GITHUB_ACTION_PATH": str(ROOT)}
    env = {**os.environ, **github, "INPUT_INSTALL": "", "INPUT_PYTHON": sys.executable}
    command = ["bash", "--noprofile", "--norc", "-e", "-o", "pipefail", str(script)]
    done = subprocess.run(command, env=env, capture_output=True, text=True, timeout=250, check=False, cwd=tmp_path)
    if done.returncode != 0 and _OFFLINE.search(done.stderr):
        pytest.skip("the package index cannot be reached")
    assert done.returncode == 0, done.stderr
    outputs = dict(line.split("=", 1) for line in output.read_text("utf-8").splitlines())
    told = subprocess.run(
        [outputs["program"], "--version"], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert told == f"wxcc-lint {__version__}\n"
    assert Path(outputs["sarif"]).parent.is_dir()
