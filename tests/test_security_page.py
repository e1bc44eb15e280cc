"""What SECURITY.md says to be held by tests is: each of them exists."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

ROOT = Path(__file__).resolve().parents[1]


def named_tests() -> dict[str, list[str]]:
    """Return by the first cell of each row the tests in its last one; a bare name is in the folder of the one before."""
    rows = [line.strip("|").split("|") for line in (ROOT / "SECURITY.md").read_text("utf-8").splitlines()]
    return {cells[0].strip(): _whole(re.findall(r"`([^`]+)`", cells[2])) for cells in rows if len(cells) == 3}


def _whole(names: list[str]) -> list[str]:
    folder, found = PurePosixPath(), []
    for name in names:
        folder = PurePosixPath(name).parent if "/" in name else folder
        found.append((folder / PurePosixPath(name).name).as_posix())
    return found


def test_every_claim_names_tests_and_they_exist():
    claims = {claim: tests for claim, tests in named_tests().items() if claim not in {"Who, and what they try", "---"}}
    assert len(claims) >= 18
    assert [claim for claim, tests in claims.items() if not tests] == []
    assert [test for tests in claims.values() for test in tests if not (ROOT / test).exists()] == []
