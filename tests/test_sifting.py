"""What files cost that are none of ours: counted, not timed."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date
from pathlib import Path
from typing import BinaryIO

import pytest

from tests.counting import calls
from wxcc_lint import discover as discovery
from wxcc_lint import intake, processes
from wxcc_lint.config import Config
from wxcc_lint.discover import discover
from wxcc_lint.engine import Engine
from wxcc_lint.files import open_file
from wxcc_lint.rules import RuleSet
from wxcc_lint.run import Result, check
from wxcc_lint.verdict import Policy

STRANGERS = (
    (".json", json.dumps({"name": "export", "rows": [{"id": 1, "open": True}]})),
    (".xml", '<?xml version="1.0" encoding="UTF-8"?>\n<rows><row><id>1</id></row></rows>\n'),
)


def write_strangers(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        suffix, text = STRANGERS[number % 2]
        (folder / f"{number}{suffix}").write_text(text, "utf-8")


def sift(root: Path, *paths: Path, jobs: int = 1) -> Result:
    """Check with no rule at all: what is left is finding and reading."""
    found = discover(paths or [root], root)
    return check(found, Policy(Config(None, root), date(2026, 6, 1)), RuleSet([]), root, jobs=jobs)


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often each file was opened, by its name."""
    count: Counter[str] = Counter()

    def counting(file: str, buffering: int = -1) -> BinaryIO:
        count[Path(file).name] += 1
        return open_file(file, buffering)

    monkeypatch.setattr(discovery, "open_file", counting)
    return count


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("named", [False, True])
def test_a_stranger_is_opened_once_and_goes_no_further(
    tmp_path: Path, opened: Counter[str], monkeypatch: pytest.MonkeyPatch, jobs: int, named: bool
) -> None:
    def never(*arguments: object) -> None:
        pytest.fail(f"{arguments} were asked for")

    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setattr(intake, "load", never)
    monkeypatch.setattr(processes, "shared_out", never)
    monkeypatch.setattr(Engine, "examine", never)
    folder = tmp_path / "strangers"
    write_strangers(folder, 20)
    result = sift(folder, *(sorted(folder.iterdir()) if named else ()), jobs=jobs)
    assert result.strangers == sorted(path.name for path in folder.iterdir())
    assert opened == dict.fromkeys(result.strangers, 1)


def test_a_stranger_takes_few_steps(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    few, many = tmp_path / "few", tmp_path / "many"
    write_strangers(few, 10)
    write_strangers(many, 110)
    sift(few)  # what is done once is done
    for_few, for_many = calls(lambda: sift(few)), calls(lambda: sift(many))
    assert (for_many - for_few) / 100 < 100
