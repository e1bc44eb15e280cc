"""The runner of the fuzz targets, as far as it goes without atheris."""

from __future__ import annotations

import pytest

from tests.fuzz import run
from tests.fuzz.inputs import HERE, TARGETS


def broken_by_ab(data: bytes) -> None:
    if data.startswith(b"z"):
        raise KeyError(data)
    assert not (b"a" in data and b"b" in data)


def test_an_input_shrinks_to_what_breaks_the_target_in_the_same_place() -> None:
    assert run.shrunk(b"xxa" + b"x" * 50 + b"bzz", broken_by_ab) == b"ab"
    assert run.shrunk(b"zab", broken_by_ab) == b"z"


def test_an_input_that_breaks_nothing_stays_as_it_is() -> None:
    assert run.shrunk(b"xxa", broken_by_ab) == b"xxa"


def test_a_target_that_does_not_exist_is_refused(monkeypatch, capsys) -> None:
    monkeypatch.setattr("sys.argv", ["run", "jsn"])
    with pytest.raises(SystemExit):
        run.main()
    assert f"there is no target jsn; there are {', '.join(TARGETS)}\n" in capsys.readouterr().err


def test_every_kept_input_belongs_to_a_target() -> None:
    assert {folder.name for folder in HERE.glob("regressions/*")} <= set(TARGETS)
