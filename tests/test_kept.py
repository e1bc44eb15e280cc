"""What is kept beside the modules is what would be made anew, and nothing else is ever taken for it."""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest

from wxcc_lint import kept as module, rule_files
from wxcc_lint.catalog import facts
from wxcc_lint.kept import kept
from wxcc_lint.resources import resource_dir
from wxcc_lint.rule_files import builtin_rules, load_python_rule

PACKAGE = Path(module.__file__).parent


@pytest.fixture
def may_keep(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "cache"))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)


@pytest.fixture
def counted(tmp_path: Path, may_keep: None) -> Callable[[], tuple[Any, int]]:
    """Return what two files make, and how often they have been read for it."""
    folder = tmp_path / "facts"
    folder.mkdir()
    (folder / "a").write_text("1")
    (folder / "b").write_text("2")
    reads = []

    def read() -> dict[str, str]:
        reads.append(1)
        return {file.name: file.read_text() for file in folder.iterdir()}

    return lambda: (kept("numbers", sorted(folder.iterdir()), read), len(reads))


@pytest.fixture
def folder(counted: object, tmp_path: Path) -> Path:
    return tmp_path / "facts"


def test_the_same_files_are_read_once(counted: Callable[[], tuple[Any, int]]) -> None:
    assert [counted(), counted()] == [({"a": "1", "b": "2"}, 1)] * 2


@pytest.mark.parametrize(
    ("change", "now"),
    [
        (lambda folder: (folder / "a").write_text("10"), {"a": "10", "b": "2"}),
        (lambda folder: os.utime(folder / "a", ns=(1, 1)), {"a": "1", "b": "2"}),
        (lambda folder: (folder / "c").write_text("3"), {"a": "1", "b": "2", "c": "3"}),
        (lambda folder: (folder / "b").unlink(), {"a": "1"}),
        (lambda folder: (folder / "b").rename(folder / "z"), {"a": "1", "z": "2"}),
    ],
    ids=["longer", "touched", "added", "gone", "renamed"],
)
def test_changed_files_are_read_again(
    change: Callable[[Path], object], now: dict[str, str], counted: Callable[[], tuple[Any, int]], folder: Path
) -> None:
    counted()
    change(folder)
    assert [counted(), counted()] == [(now, 2)] * 2


def test_another_release_reads_again(counted: Callable[[], tuple[Any, int]], monkeypatch: pytest.MonkeyPatch) -> None:
    counted()
    monkeypatch.setattr(module, "__version__", "99")
    assert counted()[1] == 2


@pytest.mark.parametrize("damaged", [b"", b"x", b"(\x02\x00\x00\x00", b"\xff" * 40, marshal.dumps(None)])
def test_a_damaged_store_is_made_anew(
    damaged: bytes, counted: Callable[[], tuple[Any, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = counted()[0]
    (place,) = (tmp_path / "cache").rglob("kept-*")
    place.write_bytes(damaged)
    assert [counted(), counted()] == [(whole, 2)] * 2
    monkeypatch.setattr(sys.implementation, "cache_tag", None)
    assert counted() == (whole, 3)


def test_where_python_keeps_nothing_nothing_is_kept(
    counted: Callable[[], tuple[Any, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert [counted()[1], counted()[1]] == [1, 2]
    assert not (tmp_path / "cache").exists()


def test_a_folder_that_may_not_be_written_is_no_fault(
    counted: Callable[[], tuple[Any, int]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "no-folder").write_text("")
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path / "no-folder"))
    assert [counted()[1], counted()[1]] == [1, 2]


def test_rules_and_facts_are_made_anew_when_the_code_that_reads_them_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    known: dict[str, set[str]] = {}

    def noted(name: str, files: Sequence[Path], make: Callable[[], Any]) -> Any:
        known[name] = {file.name for file in files if file.is_relative_to(PACKAGE)}
        return kept(name, files, make)

    for reader in (rule_files, facts):
        monkeypatch.setattr(reader, "kept", noted)
    builtin_rules.__wrapped__()
    facts._all.__wrapped__()
    assert known["rules"] == {"declarative.py", "rule_files.py", "rules.py", "yaml.py", "yaml_file.py"}
    assert known["facts"] == {"facts.py", *(file.name for file in (PACKAGE / "catalog").glob("*.yaml"))}


def test_a_rule_is_the_same_from_its_file_and_from_the_store() -> None:
    known = builtin_rules()
    for file in sorted(resource_dir("rules").rglob("*.py")):
        fresh, stored = load_python_rule(file), known[f"{file.parent.name}/{file.stem}"]
        assert (stored.on, stored.meta, stored.docs, stored.file, stored.options) == (
            fresh.on,
            fresh.meta,
            fresh.docs,
            fresh.file,
            fresh.options,
        )


def test_no_code_of_a_rule_runs_before_it_is_needed(may_keep: None, monkeypatch: pytest.MonkeyPatch) -> None:
    run: list[Path] = []
    execute = rule_files._executed

    def executed(file: Path, code: CodeType) -> ModuleType:
        run.append(file)
        return execute(file, code)

    monkeypatch.setattr(rule_files, "_executed", executed)
    builtin_rules.__wrapped__()
    assert len(run) == len({*run}) > 300
    run.clear()
    assert len(builtin_rules.__wrapped__()) > 400
    assert run == []
