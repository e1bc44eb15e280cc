"""The benchmark of checks runs where no peer is, names those that are missing, and times files without findings."""

from __future__ import annotations

import importlib.util
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[1] / "benchmarks" / "check.py"
OURS = ["wxcc-lint", "wxcc-lint without jsonschema-rs"]

pytestmark = [
    pytest.mark.skipif(not SCRIPT.is_file(), reason="benchmarks stay in the repository"),
    pytest.mark.skipif(not hasattr(os, "wait4"), reason="the system does not tell what a program took"),
]


def _data():
    spec = importlib.util.spec_from_file_location("benchmark_data", SCRIPT.with_name("data.py"))
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def _printed(*options: str, **environment: str) -> str:
    command = [sys.executable, SCRIPT, "--files=1", "--strangers=4", "--rounds=1", *options]
    done = subprocess.run(command, capture_output=True, text=True, check=False, env={**os.environ, **environment})
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stderr
    return done.stdout


@pytest.mark.parametrize(
    ("section", "rows"),
    [
        ("cold", [*OURS, "only parsing, and Python's start"]),
        ("bulk", ["wxcc-lint", "wxcc-lint -j 2", "wxcc-lint without jsonschema-rs", "only parsing"]),
        ("memory", ["2 files", "20 files"]),
        ("sift", ["wxcc-lint", "reading"]),
        (
            "start",
            [
                "wxcc-lint --version",
                "wxcc-lint --help",
                "wxcc-lint explain layout/unknown-component",
                "Python alone",
            ],
        ),
    ],
)
def test_a_section_has_a_row_of_figures_for_each(section, rows):
    printed = _printed("--without-peers", f"--only={section}")
    assert "skipped" not in printed
    assert f"\n{section}: " in printed
    table = [line.strip("| ").split(" | ") for line in printed.splitlines() if line.startswith("| ")][1:]
    assert [cells[0] for cells in table] == rows
    spread = r"[\d.]+ \([\d.]+ to [\d.]+\)"
    assert all(re.fullmatch(spread, cell) for cells in table for cell in [*cells[1:3], *cells[5:7]] if cell)
    assert [len([cell for cell in cells if cell]) for cells in table] == [5, *[7] * (len(rows) - 1)]


def test_peers_that_are_not_here_are_named(tmp_path):
    nowhere = str(tmp_path)
    printed = _printed("--only=sift", PATH=nowhere, HOME=nowhere, XDG_CACHE_HOME=nowhere)
    assert "\nspectral skipped: npm is not here or cannot install it\n" in printed
    assert "\najv skipped: npm is not here or cannot install it\n" in printed
    assert "\nxmllint skipped: not installed\n" in printed


def test_the_same_number_gives_the_same_bytes_and_another_one_others():
    data, again = _data(), _data()
    for make in ("layout", "definition", "stranger"):
        assert getattr(data, make)(3) == getattr(again, make)(3)
        assert getattr(data, make)(3) != getattr(data, make)(4)


def test_a_layout_has_forty_kilobytes():
    sizes = [len(_data().layout(number).encode()) for number in range(5)]
    assert min(sizes) >= 40_000
    assert max(sizes) < 43_000
