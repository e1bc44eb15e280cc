"""What files cost that are none of ours: counted, not timed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import BinaryIO, TypeVar

import pytest

from tests.counting import calls
from wxcc_lint import discover as discovery, examination, intake, processes
from wxcc_lint.config import Config, load_config
from wxcc_lint.discover import HEAD, discover
from wxcc_lint.engine import Engine
from wxcc_lint.files import open_file, read_up_to
from wxcc_lint.rules import RuleSet
from wxcc_lint.run import Result, check
from wxcc_lint.verdict import Policy

T = TypeVar("T")
STRANGERS = (
    (".json", json.dumps({"name": "export", "rows": [{"id": 1, "open": True}]})),
    (".xml", '<?xml version="1.0" encoding="UTF-8"?>\n<rows><row><id>1</id></row></rows>\n'),
)


def write_strangers(folder: Path, count: int) -> None:
    folder.mkdir()
    for number in range(count):
        suffix, text = STRANGERS[number % 2]
        (folder / f"{number}{suffix}").write_text(text, "utf-8")


def sift(root: Path, *paths: Path, jobs: int | None = 1) -> Result:
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
    monkeypatch.setattr(examination, "shared_out", never)
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


def write_ours(folder: Path, count: int) -> None:
    for number in range(count):
        (folder / f"ours-{number}.xml").write_bytes(b"<callCenter/>".ljust(4 * HEAD))


def test_before_files_are_shared_out_only_their_heads_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write_ours(tmp_path, 3)
    sizes: list[int] = []

    def counting(file: BinaryIO, size: int) -> bytes:
        data = read_up_to(file, size)
        sizes.append(len(data))
        return data

    def shared_out(files: Mapping[int, int], jobs: int, do: Callable[[int], T]) -> Iterator[tuple[int, T]]:
        assert sizes == [HEAD] * 3
        return ((number, do(number)) for number in files)

    monkeypatch.setattr(discovery, "read_up_to", counting)
    monkeypatch.setattr(examination, "shared_out", shared_out)
    assert len(sift(tmp_path, jobs=2).checked) == 3
    assert sum(sizes) == 3 * (HEAD + 4 * HEAD)


@pytest.mark.parametrize(
    ("ours", "strangers", "asked", "jobs"),
    [(199, 20, None, 1), (200, 0, None, 3), (2, 0, 2, 2)],
    ids=["few of ours", "many of ours", "asked for"],
)
def test_processes_are_started_for_many_files_of_ours_or_on_demand(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ours: int, strangers: int, asked: int | None, jobs: int
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    monkeypatch.setattr(processes, "usable_cores", lambda: 3)
    folder = tmp_path / "folder"
    write_strangers(folder, strangers)
    write_ours(folder, ours)
    started: list[int] = []

    def shared_out(files: Mapping[int, int], jobs: int, do: Callable[[int], T]) -> Iterator[tuple[int, T]]:
        started.append(jobs)
        return ((number, do(number)) for number in files)

    monkeypatch.setattr(examination, "shared_out", shared_out)
    result = sift(folder, jobs=asked)
    assert (started, len(result.checked), len(result.strangers)) == ([jobs], ours, strangers)


def test_of_files_that_no_environment_wants_none_is_opened(
    tmp_path: Path, opened: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path))
    write_ours(tmp_path, 3)
    config = tmp_path / ".wxcc-lint.yaml"
    config.write_text("environments: {prod: {files: [ours-1.xml]}}")
    policy = Policy(load_config(config, config.name), date(2026, 6, 1))
    result = check(discover([tmp_path], tmp_path), policy, RuleSet([]), tmp_path, environment="prod", jobs=2)
    assert [one.name for one in result.checked] == ["ours-1.xml"]
    assert opened == {"ours-1.xml": 1}
