"""Mutation testing of one part of the program, by hand: `make mutants PART=fix`, or some mutants alone by NAMES="*kept*".

mutmut does the work. This script is there because mutmut has one set of tests and settings for a whole project, and leaves
its folder in it: here each part has the tests that are its own, and a copy in `build/mutants/` to work in, where
`mutmut show NAME` tells what a mutant is. docs/mutation.md has the figures and the survivors.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[2]
COPIES = ROOT / "build" / "mutants"
NEEDED = ("wxcc_lint", "rules", "schemas", "fixtures", "docs", "tests", "pyproject.toml")
MUTMUT = Path(sys.executable).with_name("mutmut")

KILLED = ("killed", "timeout", "segfault")
"""How a mutant ends that does not live on. mutmut ends those that never would."""


class Part(NamedTuple):
    """Modules, the tests that are to kill what is changed in them, and which mutants: by default all.

    `isolation` is from what a mutant begins: `fork`, a process that has run the tests once and remembers, which is faster;
    `forkserver`, one that has not, where modules remember what they worked out.
    """

    modules: tuple[str, ...]
    tests: tuple[str, ...]
    names: tuple[str, ...] = ()
    isolation: str = "fork"


DIFF = """
aspects assignments compare comparer components grade inner masking normalise normalise_callcenter normalise_common
normalise_component normalise_layout normalise_mappings normalise_mirrors normalise_values objects pair patch steps
threeway tree
"""


PARTS = {
    "verdict": Part(
        ("verdict", "detected", "ignores", "baseline"),
        (
            "test_verdict.py",
            "test_judge.py",
            "test_detected.py",
            "test_ignores.py",
            "test_baseline.py",
            "test_engine.py",
        ),
    ),
    "fix": Part(
        ("fix", "fix_run", "edits", "list_edits"),
        ("test_fix.py", "test_fix_run.py", "test_edits.py"),
    ),
    "paths": Part(
        ("documents/paths", "documents/identity"),
        (
            "documents/test_paths.py",
            "documents/test_identity.py",
            "documents/test_salesforce.py",
            "documents/test_allowlist.py",
        ),
        isolation="forkserver",
    ),
    "diff": Part(
        tuple(f"diff/{name}" for name in DIFF.split()),
        tuple(f"diff/{one.name}" for one in sorted((ROOT / "tests/diff").glob("test_*.py")) if "prop" not in one.name),
        names=("*7",),  # those numbered 7, 17, 27 … in each function
    ),
}

SETTINGS = """
[tool.mutmut]
source_paths = ["wxcc_lint"]
only_mutate = {modules}
also_copy = ["rules", "schemas", "fixtures", "docs"]
do_not_mutate_patterns = ["^ *assert "]
process_isolation = "{isolation}"
pytest_add_cli_args = ["-n", "0", "-p", "no:cacheprovider", "--hypothesis-seed=0"]
pytest_add_cli_args_test_selection = {tests}
timeout_constant = 3.0
timeout_multiplier = 3.0
"""


def copied(name: str) -> Path:
    """Return a fresh copy of the tree, with mutmut's settings for a part."""
    folder = COPIES / name
    shutil.rmtree(folder, ignore_errors=True)
    for one in NEEDED:
        source, target = ROOT / one, folder / one
        if source.is_dir():
            shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            shutil.copyfile(source, target)
    part = PARTS[name]
    modules = [f"wxcc_lint/{one}.py" for one in part.modules]
    tests = [f"tests/{one}" for one in part.tests]
    with (folder / "pyproject.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS.format(modules=modules, tests=tests, isolation=part.isolation))
    return folder


def main(name: str, *names: str) -> None:
    """Make the mutants of a part, run its tests on each, and list those that survive."""
    folder = copied(name)
    subprocess.run([MUTMUT, "run", "--max-children", "2", *(names or PARTS[name].names)], cwd=folder, check=True)
    told = subprocess.run([MUTMUT, "results", "--all", "true"], cwd=folder, check=True, capture_output=True, text=True)
    ends = [line.strip().rpartition(": ")[::2] for line in told.stdout.splitlines()]
    tried = Counter(end for _, end in ends if end != "not checked")
    for mutant, end in sorted(ends):
        if end in tried and end not in KILLED:
            print(f"{end}: {mutant}")
    killed, total = sum(tried[end] for end in KILLED), tried.total()
    print(f"{name}: {killed} of {total} mutants killed, {killed / total:.1%}; {dict(tried)}")


if __name__ == "__main__":
    main(*sys.argv[1:])
