"""Files that grow, shrink, vanish or become something else while they are read."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from wxcc_lint import discover as discovery
from wxcc_lint.cli.errors import WrongUsageError
from wxcc_lint.cli.mending import write_mended
from wxcc_lint.discover import discover
from wxcc_lint.documents.limits import DEFAULT_SIZES
from wxcc_lint.fix_run import MendedFile
from wxcc_lint.reporters import REPORTERS
from wxcc_lint.run import Result
from wxcc_lint.sources.files import open_path

BLANKS = " " * discovery.HEAD
"""What makes a file longer than its head, which is read first."""


@pytest.fixture
def read_while(tmp_path, monkeypatch, definition, check_found) -> Callable[[Callable[[Path], object]], Result]:
    """Check a file that somebody changes when its head was read, and show what is found in every format."""

    def run(change: Callable[[Path], object]) -> Result:
        file = tmp_path / "x.xml"
        file.write_text(definition(isCallNotesEnabled="True") + BLANKS, "utf-8")
        recognise = discovery.recognise_file

        def changing(name: str, head: bytes) -> object:
            if len(head) == discovery.HEAD:
                change(file)
            return recognise(name, head)

        monkeypatch.setattr(discovery, "recognise_file", changing)
        result = check_found(discover([file], tmp_path), tmp_path)
        assert all(render(result.judgement.report) for render in REPORTERS.values())
        return result

    return run


def _grow(file: Path) -> None:
    with file.open("ab") as opened:
        opened.write(b" " * DEFAULT_SIZES.bytes("layout"))


@pytest.mark.parametrize(
    ("change", "rules"),
    [
        (_grow, ["meta/too-large"]),
        (lambda file: os.truncate(file, 100), ["callcenter/invalid-boolean"]),
        (lambda file: file.unlink(), ["callcenter/invalid-boolean"]),
        (lambda file: file.replace(file.with_name("y")), ["callcenter/invalid-boolean"]),
    ],
    ids=["grows", "shrinks", "vanishes", "moves"],
)
@pytest.mark.skipif(os.name != "posix", reason="nobody may change an open file here")
def test_a_file_that_changes_while_it_is_read_is_told_as_it_was_read(read_while, change, rules):
    result = read_while(change)
    assert ([one.rule for one in result.judgement.report.findings], result.complaints) == (rules, [])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_file_that_became_a_pipe_is_not_waited_for(tmp_path, definition, check_found):
    file = tmp_path / "x.xml"
    file.write_text(definition(), "utf-8")
    found = discover([file], tmp_path)
    file.unlink()
    os.mkfifo(file)
    assert check_found(found, tmp_path).complaints == ["x.xml: is neither a file nor a folder"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes")
def test_a_side_that_became_a_pipe_is_not_waited_for(tmp_path, definition, monkeypatch):
    file = tmp_path / "x.xml"
    file.write_text(definition(), "utf-8")
    searching = discovery.search

    def search(*arguments: object) -> list[str]:
        files = searching(*arguments)
        file.unlink()
        os.mkfifo(file)
        return files

    monkeypatch.setattr(discovery, "search", search)
    assert [one.reason for one in open_path(".", tmp_path, DEFAULT_SIZES).uncovered] == [
        "x.xml: is neither a file nor a folder"
    ]


def test_a_mend_that_would_undo_what_somebody_did_meanwhile_is_not_written(tmp_path):
    names = ("a.xml", "b.xml")
    for name in names:
        (tmp_path / name).write_bytes(b"as it was checked")
    mended = [MendedFile(name, tmp_path / name, b"as it was checked", b"mended") for name in names]
    (tmp_path / "b.xml").write_bytes(b"by somebody else")
    with pytest.raises(WrongUsageError) as refused:
        write_mended(mended)
    assert refused.value.sentences == ("b.xml: changed while it was checked, so no file was written: try again",)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "a.xml": b"as it was checked",
        "b.xml": b"by somebody else",
    }
